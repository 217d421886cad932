// SPDX-License-Identifier: Apache-2.0
#include "check/plugin.h"

#include <dlfcn.h>

#include "rule/catalog.h"

namespace emrlint {
namespace {

Error refused(const std::string& path, const std::string& zh, const std::string& en) {
  return {path + ": " + zh, path + ": " + en, {}};
}

std::string last_error() {
  const char* text = dlerror();
  return text == nullptr ? "" : text;
}

// Why the program and the plug-in do not fit together, if so.
std::optional<Error> mismatch(const std::string& path, const Plugin* plugin) {
  if (plugin == nullptr) return refused(path, "插件未给出检查", "the plug-in gives nothing");
  if (plugin->abi != kPluginAbi) {
    const std::string own = std::to_string(kPluginAbi), theirs = std::to_string(plugin->abi);
    return refused(path,
                   "插件接口版本为" + theirs + "，本程序为" + own + "，请用本程序的头文件重新编译",
                   "the plug-in has interface version " + theirs + ", this program " + own +
                       ": compile it again with the headers of this program");
  }
  if (plugin->layout != kPluginLayout) {
    const std::string own = std::to_string(kPluginLayout), theirs = std::to_string(plugin->layout);
    return refused(
        path, "插件的数据布局为" + theirs + "，本程序为" + own + "，请用本程序的头文件重新编译",
        "the plug-in has data layout " + theirs + ", this program " + own +
            ": compile it again with the headers of this program");
  }
  return std::nullopt;
}

bool has_logic(const Check& check) {
  return check.run != nullptr || (check.emit != nullptr && check.judge != nullptr);
}

}  // namespace

std::optional<Error> Catalog::add_plugin(const std::string& path) {
  // A name without a slash would be looked for in the system's folders of libraries.
  const std::string file = path.find('/') == std::string::npos ? "./" + path : path;
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    const std::string why = last_error();
    return refused(path, "无法载入插件：" + why, "the plug-in cannot be loaded: " + why);
  }
  const auto function = reinterpret_cast<PluginFunction>(dlsym(library, kPluginFunctionName));
  if (function == nullptr) {
    dlclose(library);
    return refused(path, "不是emrlint插件：没有emrlint_plugin函数",
                   "is no plug-in of emrlint: it has no function emrlint_plugin");
  }
  const Plugin* plugin = function();
  if (auto error = mismatch(path, plugin)) {
    dlclose(library);
    return error;
  }
  // From here on the library stays open: cards, messages and findings point into it.
  for (std::uint32_t i = 0; i < plugin->count; ++i) {
    const Check* check = plugin->checks[i];
    if (check == nullptr || check->info.id.empty() || !has_logic(*check)) {
      const std::string number = std::to_string(i + 1);
      return refused(path, "第" + number + "项检查缺少id或函数",
                     "check number " + number + " has no id or no function");
    }
    if (auto error = add_native(*check, path)) return error;
  }
  return std::nullopt;
}

}  // namespace emrlint
