// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_FOLDER_LISTING_H_
#define EMRLINT_READER_FOLDER_LISTING_H_

#include <string>
#include <system_error>
#include <vector>

namespace emrlint {

// What lies in a folder: paths by name in byte order, hidden ones left out. Links to folders are
// not followed, so that no walk goes in circles.
struct FolderListing {
  std::vector<std::string> files, folders;
  std::error_code error;
};

FolderListing list_folder(const std::string& folder);

}  // namespace emrlint

#endif  // EMRLINT_READER_FOLDER_LISTING_H_
