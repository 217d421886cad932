// SPDX-License-Identifier: Apache-2.0
#include "store/duckdb_rows.h"

#include <utility>

namespace emrlint::store {
namespace {

// What fits into 64 bits is not taken apart: the halves of a small negative one cancel out.
double to_double(const api::Huge& huge) {
  const auto low = static_cast<std::int64_t>(huge.lower);
  if (huge.upper == (low < 0 ? -1 : 0)) return static_cast<double>(low);
  constexpr double kTwoTo64 = 18446744073709551616.0;
  return static_cast<double>(huge.upper) * kTwoTo64 + static_cast<double>(huge.lower);
}

}  // namespace

Rows::State::~State() {
  link.duckdb.destroy_data_chunk(&chunk);
  link.duckdb.destroy_result(&result);
}

void Rows::State::find_columns() {
  const api::Functions& duckdb = link.duckdb;
  columns.resize(duckdb.column_count(&result));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const api::Vector vector = duckdb.data_chunk_get_vector(chunk, i);
    columns[i].type = duckdb.column_type(&result, i);
    columns[i].values = duckdb.vector_get_data(vector);
    columns[i].valid = duckdb.vector_get_validity(vector);
  }
}

bool Rows::State::next() {
  const api::Functions& duckdb = link.duckdb;
  duckdb.destroy_data_chunk(&chunk);
  size = 0;
  if (error) return false;
  if (statement != link.statements) {
    error = Link::error("another statement ended these rows");
    return false;
  }
  chunk = duckdb.fetch_chunk(result);
  if (chunk == nullptr) {
    if (const char* message = duckdb.result_error(&result)) error = Link::error(message);
    return false;
  }
  size = duckdb.data_chunk_get_size(chunk);
  find_columns();
  return size > 0;
}

Rows::Rows(std::unique_ptr<State> state) : state_(std::move(state)) {}
Rows::Rows(Rows&& other) noexcept = default;
Rows& Rows::operator=(Rows&& other) noexcept = default;
Rows::~Rows() = default;

bool Rows::next() { return state_->next(); }
const std::optional<Error>& Rows::error() const { return state_->error; }
std::size_t Rows::size() const { return state_->size; }

std::size_t Rows::columns() const { return state_->link.duckdb.column_count(&state_->result); }

std::string Rows::name(std::size_t column) const {
  return state_->link.duckdb.column_name(&state_->result, column);
}

bool Rows::null(std::size_t column, std::size_t row) const {
  const std::uint64_t* const valid = state_->columns[column].valid;
  return valid != nullptr && (valid[row / 64] >> (row % 64) & 1) == 0;
}

std::string_view Rows::text(std::size_t column, std::size_t row) const {
  const int type = state_->columns[column].type;
  if (null(column, row) || (type != api::kText && type != api::kBlob)) return {};
  const api::String& string = *state_->at<api::String>(column, row);
  return {string.length <= api::kInlined ? string.start : string.rest, string.length};
}

std::int64_t Rows::integer(std::size_t column, std::size_t row) const {
  if (null(column, row)) return 0;
  switch (state_->columns[column].type) {
    case api::kBoolean:
      return *state_->at<bool>(column, row) ? 1 : 0;
    case api::kInt8:
      return *state_->at<std::int8_t>(column, row);
    case api::kInt16:
      return *state_->at<std::int16_t>(column, row);
    case api::kInt32:
    case api::kDate:
      return *state_->at<std::int32_t>(column, row);
    case api::kInt64:
    case api::kTimestamp:
      return *state_->at<std::int64_t>(column, row);
    case api::kUint8:
      return *state_->at<std::uint8_t>(column, row);
    case api::kUint16:
      return *state_->at<std::uint16_t>(column, row);
    case api::kUint32:
      return *state_->at<std::uint32_t>(column, row);
    case api::kUint64:
      return static_cast<std::int64_t>(*state_->at<std::uint64_t>(column, row));
    case api::kHuge:
      return static_cast<std::int64_t>(state_->at<api::Huge>(column, row)->lower);
    default:
      return 0;
  }
}

std::uint64_t Rows::natural(std::size_t column, std::size_t row) const {
  return static_cast<std::uint64_t>(integer(column, row));
}

double Rows::number(std::size_t column, std::size_t row) const {
  if (null(column, row)) return 0;
  switch (state_->columns[column].type) {
    case api::kFloat:
      return static_cast<double>(*state_->at<float>(column, row));
    case api::kDouble:
      return *state_->at<double>(column, row);
    case api::kUint64:
      return static_cast<double>(*state_->at<std::uint64_t>(column, row));
    case api::kHuge:
      return to_double(*state_->at<api::Huge>(column, row));
    default:
      return static_cast<double>(integer(column, row));
  }
}

bool Rows::flag(std::size_t column, std::size_t row) const { return integer(column, row) != 0; }

}  // namespace emrlint::store
