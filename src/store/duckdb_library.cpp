// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "store/duckdb.h"
#include "store/duckdb_api.h"

namespace emrlint::store {
namespace {

constexpr const char* kFile = "libduckdb.so";

Error missing(const std::string& tried) {
  return {"存储功能需要DuckDB的动态库，未能加载。已试：" + tried +
              "。请在源代码文件夹执行 ./dev setup，或以环境变量 EMRLINT_DUCKDB 指定 libduckdb.so",
          "the store needs the library of DuckDB, which could not be loaded; tried: " + tried +
              ". Run ./dev setup in the sources, or name a libduckdb.so in the environment "
              "variable EMRLINT_DUCKDB",
          {}};
}

Error unusable(const std::string& path, const std::string& zh, const std::string& en) {
  return {path + "：" + zh, path + ": " + en, {}};
}

template <typename Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

// The C API only grows within a major version; before 1.4 some of it is missing.
bool known_version(const std::string& version) {
  if (!version.starts_with("v1.")) return false;
  return std::strtoul(version.c_str() + 3, nullptr, 10) >= 4;
}

Result<duckdb_api::Functions> functions_of(void* library, const std::string& path) {
  const char* (*version)() = nullptr;
  if (!find(library, "duckdb_library_version", version)) {
    return unusable(path, "不是DuckDB的动态库", "is not the library of DuckDB");
  }
  if (!known_version(version())) {
    const std::string text = version();
    return unusable(path, "DuckDB版本为 " + text + "，需要1.4或更高的1.x版",
                    "is DuckDB " + text + ", but 1.4 or a later 1.x is needed");
  }
  duckdb_api::Functions functions;
  const char* lacks = nullptr;
#define EMRLINT_DUCKDB(name, ...) \
  if (!find(library, "duckdb_" #name, functions.name)) lacks = "duckdb_" #name;
#include "store/duckdb_api.def"
#undef EMRLINT_DUCKDB
  if (lacks == nullptr) return functions;
  return unusable(path, std::string("没有函数 ") + lacks, std::string("has no function ") + lacks);
}

}  // namespace

Result<duckdb_api::Functions> duckdb_api::load(const std::vector<std::string>& libraries) {
  std::string tried;
  for (const std::string& path : libraries) {
    // Never closed: DuckDB keeps what must outlive its last database.
    if (void* const library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) {
      return functions_of(library, path);
    }
    const char* const reason = dlerror();
    tried += (tried.empty() ? "" : "; ") + (reason != nullptr ? std::string(reason) : path);
  }
  return missing(tried);
}

std::vector<std::string> duckdb_libraries() {
  if (const char* const chosen = std::getenv("EMRLINT_DUCKDB")) {
    if (*chosen != '\0') return {chosen};
  }
  std::vector<std::string> paths;
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const std::filesystem::path root = program.parent_path().parent_path();
    paths.push_back((root / "lib/emrlint" / kFile).string());
  }
  paths.emplace_back(EMRLINT_DUCKDB_LIBRARY);
  paths.emplace_back(kFile);
  return paths;
}

}  // namespace emrlint::store
