// SPDX-License-Identifier: Apache-2.0
#include "cli/catalog_options.h"

#include <utility>

#include "cli/files.h"

namespace emrlint {

void CatalogOptions::add(CLI::App& command, const Context& context) {
  const std::string group = context.say("其他来源的检查", "Checks from elsewhere");
  command
      .add_option("--rules", rules,
                  context.say("另加载文件夹（或文件）中的规则 *.toml，可重复",
                              "also load the rules of a folder (or file), *.toml; repeatable"))
      ->option_text(context.say("文件夹", "DIR"))
      ->group(group)
      ->allow_extra_args(false);
  command
      .add_option("--plugin", plugins,
                  context.say("另加载插件（动态库）中的检查，可重复",
                              "also load the checks of a plug-in (shared library); repeatable"))
      ->option_text(context.say("文件", "FILE"))
      ->group(group)
      ->allow_extra_args(false);
}

Result<Catalog> CatalogOptions::load() const {
  Result<Catalog> catalog = Catalog::built_in();
  if (!catalog) return catalog;
  for (const std::string& path : rules) {
    const Result<std::vector<std::string>> files = files_below(path, ".toml");
    if (!files) return files.error();
    for (const std::string& file : *files) {
      Result<std::string> text = read_small_file(file);
      if (!text) return text.error();
      if (std::optional<Error> error = catalog->add_rules(file, *std::move(text))) return *error;
    }
  }
  for (const std::string& path : plugins) {
    if (std::optional<Error> error = catalog->add_plugin(path)) return *error;
  }
  return catalog;
}

}  // namespace emrlint
