// SPDX-License-Identifier: Apache-2.0
#include "store/duckdb.h"

#include <stdlib.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "store/duckdb_link.h"

namespace emrlint::store {

Link::~Link() {
  duckdb.disconnect(&connection);
  duckdb.close(&database);
  std::error_code ignored;
  if (!temporary.empty()) std::filesystem::remove_all(temporary, ignored);
}

Error Link::error(const char* message) {
  const std::string text = message == nullptr ? "?" : message;
  return {"DuckDB：" + text, "DuckDB: " + text, {}};
}

std::optional<Error> Link::outcome(int state, api::Result& result) const {
  std::optional<Error> failed;
  if (state != 0) failed = error(duckdb.result_error(&result));
  duckdb.destroy_result(&result);
  return failed;
}

namespace {

// Readable by nobody else, and of one process: DuckDB gives its files the same names everywhere.
std::optional<Error> make_temporary(const std::string& wanted, std::string& made) {
  std::error_code error;
  std::string folder = wanted;
  if (folder.empty()) folder = std::filesystem::temp_directory_path(error).string();
  if (error) folder = "/tmp";
  std::string name = folder + "/emrlint-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) {
    return Error{folder + "：无法在其中建立临时文件夹",
                 folder + ": no temporary folder can be made in it",
                 {}};
  }
  made = name;
  return std::nullopt;
}

std::optional<Error> connect(Link& link, const DatabaseOptions& options) {
  const api::Functions& duckdb = link.duckdb;
  const std::string memory = std::to_string(options.memory) + "B";
  const std::string threads = std::to_string(options.threads);
  const std::pair<const char*, const char*> settings[] = {
      {"memory_limit", memory.c_str()},
      {"threads", threads.c_str()},
      {"temp_directory", link.temporary.c_str()},
      {"autoinstall_known_extensions", "false"},
      {"autoload_known_extensions", "false"},
      {"allow_community_extensions", "false"},
      // The system has what was read of a file at hand.
      {"enable_external_file_cache", "false"},
  };
  api::Config config = nullptr;
  duckdb.create_config(&config);
  std::optional<Error> failed;
  for (const auto& setting : settings) {
    if (duckdb.set_config(config, setting.first, setting.second) != 0) {
      failed = Link::error(setting.first);
    }
  }
  char* message = nullptr;
  if (!failed && duckdb.open_ext(nullptr, &link.database, config, &message) != 0) {
    failed = Link::error(message);
    duckdb.free(message);
  }
  duckdb.destroy_config(&config);
  if (!failed && duckdb.connect(link.database, &link.connection) != 0) {
    failed = Link::error("connect");
  }
  return failed;
}

}  // namespace

Result<Database> Database::open(const DatabaseOptions& options) {
  const Result<api::Functions> functions = api::load(options.libraries);
  if (!functions) return functions.error();
  auto link = std::make_unique<Link>(*functions);
  auto failed = make_temporary(options.temporary, link->temporary);
  if (!failed) failed = connect(*link, options);
  if (failed) return *std::move(failed);
  Database database(std::move(link));
  // Parts never change: what each says of its columns is read once.
  if (failed = database.run("SET parquet_metadata_cache = true"); failed) return *std::move(failed);
  return database;
}

Database::Database(std::unique_ptr<Link> link) : link_(std::move(link)) {}
Database::Database(Database&& other) noexcept = default;
Database& Database::operator=(Database&& other) noexcept = default;
Database::~Database() = default;

std::optional<Error> Database::run(const std::string& sql) {
  ++link_->statements;
  api::Result result;
  const int state = link_->duckdb.query(link_->connection, sql.c_str(), &result);
  return link_->outcome(state, result);
}

Result<Statement> Database::prepare(const std::string& sql) {
  api::Statement handle = nullptr;
  const int state = link_->duckdb.prepare(link_->connection, sql.c_str(), &handle);
  Statement statement(*link_, handle);
  if (state != 0) return Link::error(link_->duckdb.prepare_error(handle));
  return statement;
}

Result<Rows> Database::rows(const std::string& sql, std::initializer_list<Value> values) {
  Result<Statement> statement = prepare(sql);
  if (!statement) return statement.error();
  return statement->rows(values);
}

Result<Appender> Database::append_to(const std::string& table) {
  ++link_->statements;
  api::Appender handle = nullptr;
  const int state =
      link_->duckdb.appender_create(link_->connection, nullptr, table.c_str(), &handle);
  Appender appender(*link_, handle);
  if (state != 0) return Link::error(link_->duckdb.appender_error(handle));
  return appender;
}

std::string sql_text(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out.append(c == '\'' ? 2 : 1, c);
  return out + "'";
}

}  // namespace emrlint::store
