// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "store/duckdb.h"
#include "store/duckdb_link.h"
#include "store/duckdb_rows.h"

namespace emrlint::store {
namespace {

// Of itself DuckDB's appender holds ten times as many, beside the memory that it is given.
constexpr std::uint64_t kRowsHeld = 20'480;

struct Binder {
  const api::Functions& duckdb;
  api::Statement statement;
  std::uint64_t index;

  int operator()(std::nullptr_t) const { return duckdb.bind_null(statement, index); }
  int operator()(bool flag) const { return duckdb.bind_boolean(statement, index, flag); }
  int operator()(std::int64_t number) const { return duckdb.bind_int64(statement, index, number); }
  int operator()(std::uint64_t number) const {
    return duckdb.bind_uint64(statement, index, number);
  }
  int operator()(double number) const { return duckdb.bind_double(statement, index, number); }
  int operator()(std::string_view text) const {
    return duckdb.bind_varchar_length(statement, index, text.data(), text.size());
  }
};

struct Adder {
  const api::Functions& duckdb;
  api::Appender appender;

  int operator()(std::nullptr_t) const { return duckdb.append_null(appender); }
  int operator()(bool flag) const { return duckdb.append_bool(appender, flag); }
  int operator()(std::int64_t number) const { return duckdb.append_int64(appender, number); }
  int operator()(std::uint64_t number) const { return duckdb.append_uint64(appender, number); }
  int operator()(double number) const { return duckdb.append_double(appender, number); }
  int operator()(std::string_view text) const {
    return duckdb.append_varchar_length(appender, text.data(), text.size());
  }
};

}  // namespace

Statement::Statement(Statement&& other) noexcept
    : link_(other.link_), handle_(std::exchange(other.handle_, nullptr)) {}
Statement& Statement::operator=(Statement&& other) noexcept {
  std::swap(link_, other.link_);
  std::swap(handle_, other.handle_);
  return *this;
}
Statement::~Statement() { link_->duckdb.destroy_prepare(&handle_); }

std::optional<Error> Statement::bind(std::initializer_list<Value> values) {
  const std::uint64_t wanted = link_->duckdb.nparams(handle_);
  if (wanted != values.size()) {
    const std::string text =
        std::to_string(values.size()) + " values for " + std::to_string(wanted) + " parameters";
    return Link::error(text.c_str());
  }
  std::uint64_t index = 0;
  for (const Value& value : values) {
    if (std::visit(Binder{link_->duckdb, handle_, ++index}, value.variant()) != 0) {
      return Link::error(link_->duckdb.prepare_error(handle_));
    }
  }
  return std::nullopt;
}

Result<Rows> Statement::rows(std::initializer_list<Value> values) {
  if (auto failed = bind(values)) return *std::move(failed);
  auto state = std::make_unique<Rows::State>(*link_);
  if (link_->duckdb.execute_prepared_streaming(handle_, &state->result) != 0) {
    return Link::error(link_->duckdb.result_error(&state->result));
  }
  return Rows(std::move(state));
}

std::optional<Error> Statement::run(std::initializer_list<Value> values) {
  Result<Rows> rows = this->rows(values);
  if (!rows) return rows.error();
  while (rows->next()) {
  }
  return rows->error();
}

Appender::Appender(Appender&& other) noexcept
    : link_(other.link_),
      handle_(std::exchange(other.handle_, nullptr)),
      rows_(other.rows_),
      error_(std::move(other.error_)) {}
Appender& Appender::operator=(Appender&& other) noexcept {
  std::swap(link_, other.link_);
  std::swap(handle_, other.handle_);
  std::swap(rows_, other.rows_);
  std::swap(error_, other.error_);
  return *this;
}
Appender::~Appender() { link_->duckdb.appender_destroy(&handle_); }

void Appender::note(int state) {
  if (state != 0) error_ = Link::error(link_->duckdb.appender_error(handle_));
}

void Appender::add(const Value& value) {
  if (!error_) note(std::visit(Adder{link_->duckdb, handle_}, value.variant()));
}

void Appender::end_row() {
  if (!error_) note(link_->duckdb.appender_end_row(handle_));
  if (!error_ && ++rows_ % kRowsHeld == 0) note(link_->duckdb.appender_flush(handle_));
}

void Appender::row(std::initializer_list<Value> values) {
  for (const Value& value : values) add(value);
  end_row();
}

std::optional<Error> Appender::finish() {
  if (!error_) note(link_->duckdb.appender_close(handle_));
  return error_;
}

}  // namespace emrlint::store
