// SPDX-License-Identifier: Apache-2.0
#include "reader/folder_listing.h"

#include <algorithm>
#include <filesystem>

namespace emrlint {

namespace fs = std::filesystem;

FolderListing list_folder(const std::string& folder) {
  FolderListing listing;
  fs::directory_iterator it(folder, listing.error);
  for (; !listing.error && it != fs::directory_iterator(); it.increment(listing.error)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code unknown;
    const bool is_folder = it->is_directory(unknown);
    if (is_folder && it->is_symlink(unknown)) continue;
    if (is_folder) {
      listing.folders.push_back(it->path().string());
    } else if (it->is_regular_file(unknown) || !fs::is_other(it->status(unknown))) {
      listing.files.push_back(it->path().string());
    }
  }
  std::sort(listing.files.begin(), listing.files.end());
  std::sort(listing.folders.begin(), listing.folders.end());
  return listing;
}

}  // namespace emrlint
