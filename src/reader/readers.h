// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_READER_READERS_H_
#define EMRLINT_READER_READERS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "reader/batch.h"
#include "source/load.h"

namespace emrlint {

// The format of a text by what it holds, never by its file name. Looks at the first few kilobytes.
Format recognise(std::string_view text);

// Each reads files[index] of the batch-to-be and appends fragments and problems. They never throw
// and never fail as a whole: what is readable is read.
//
// Who does what. A reader gives what its input states: documents with elements, texts, signatures;
// claims of admission, discharge and death with their origin; events that the format itself knows
// (chart JSON, FHIR resources, each procedure of a CDA C0009 or C0016 as a Surgery of the fragment
// with that one document, operations of C0032 and C0033 as Procedures, orders of C0052). It sets
// Encounter::id, and Chart::key only where the input names one. The builder adds claims and events
// that stand in data elements, never twice from one place, and everything that needs more than one
// document: links, completion, titles, stage, Chart::complete of CDA documents.
void read_cda(SourceFile& file, std::uint32_t index, const Limits& limits, ReadOutput& out);
void read_fhir(SourceFile& file, std::uint32_t index, const Limits& limits, ReadOutput& out);
void read_chart_json(SourceFile& file, std::uint32_t index, const Limits& limits, ReadOutput& out);

// A bulk export: NDJSON files of one resource type each (or mixed), whose references lead across
// files. files[i] is file i of the batch; every stay of every patient is a fragment of its own.
void read_fhir_bulk(std::vector<std::unique_ptr<SourceFile>>& files, const Limits& limits,
                    ReadOutput& out);

// Recognises and reads.
void read_record(SourceFile& file, std::uint32_t index, const Limits& limits, ReadOutput& out);

// Joins fragments of the same stay, resolves times, derives events from documents, links documents
// to surgeries, sorts, and sets Chart::complete as far as the input shows it. `folder` says that
// the fragments came from one folder, bundle or chart file and not from a lone document.
std::vector<Chart> build_charts(std::vector<Chart> fragments, bool folder);

// The charts of a unit of work, out of the fragments of each of its files. `folder`: the files came
// out of one folder. `gaps`: one of them could not be read, so nothing is known to be absent.
std::vector<Chart> join_fragments(std::vector<std::vector<Chart>> files, bool folder, bool gaps);

// Why a file could not be loaded, or not to its end; empty where nothing went wrong.
std::optional<Problem> load_problem(const Loaded& loaded, const std::string& uri);

// What the problem of an error says of the parts that were found whole behind it.
struct Behind {
  std::string zh, en;
};
Behind found_behind(std::size_t parts);

// A chart that names no stay and no patient is known by its file.
void name_charts(std::span<const std::unique_ptr<SourceFile>> files, std::vector<Chart>& charts);

// All of the above for texts in memory (editor, tests): one chart or document per text at least.
Batch read_texts(std::vector<std::unique_ptr<SourceFile>> files, const Limits& limits, bool folder,
                 bool gaps = false);

}  // namespace emrlint

#endif  // EMRLINT_READER_READERS_H_
