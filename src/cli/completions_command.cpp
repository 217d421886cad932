// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/command.h"

namespace emrlint {
namespace {

// An option as a shell sees it.
struct Word {
  std::vector<std::string> names;   // "-f", "--format"
  std::vector<std::string> values;  // What may follow, if it is one of a few.
  std::string description;
  bool takes_value = false;
  bool takes_path = false;   // A file or folder, or one behind "=" where there are values.
  bool takes_check = false;
};

struct Verb {
  std::string name, description;
  std::vector<Word> options;
  std::vector<std::string> arguments;  // The values of its positional, if it is one of a few.
  bool takes_check = false;            // Its positional is a check,
  bool takes_path = false;             // or files and folders.
};

bool names_path(const std::string& text) {
  for (const char* word : {"FILE", "DIR", "PATH", "文件", "路径"}) {
    if (text.find(word) != text.npos) return true;
  }
  return false;
}

// "text|json|sarif[=FILE]" as its words; none for a placeholder such as FILE.
std::vector<std::string> choices(const std::string& text) {
  std::vector<std::string> words;
  const std::string plain = text.substr(0, text.find('['));
  if (plain.find('|') == plain.npos) return words;
  for (std::size_t at = 0; at <= plain.size();) {
    const std::size_t bar = std::min(plain.find('|', at), plain.size());
    words.push_back(plain.substr(at, bar - at));
    at = bar + 1;
  }
  return words;
}

std::vector<Word> options_of(const CLI::App& app) {
  std::vector<Word> words;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() || option->get_group().empty()) continue;  // No group: hidden.
    Word word;
    for (const std::string& name : option->get_snames()) word.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) word.names.push_back("--" + name);
    word.values = choices(option->get_option_text());
    word.description = option->get_description();
    word.takes_value = option->get_expected_max() > 0 && option->get_items_expected_max() > 0;
    word.takes_path = word.takes_value && names_path(option->get_option_text());
    word.takes_check = word.names.back() == "--select";
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<Verb> verbs_of(const CLI::App& program) {
  const auto commands = program.get_subcommands([](const CLI::App*) { return true; });
  std::vector<Verb> verbs;
  verbs.reserve(commands.size());
  for (const CLI::App* command : commands) {
    Verb verb;
    verb.name = command->get_name();
    verb.description = command->get_description();
    verb.options = options_of(*command);
    for (const CLI::Option* option : command->get_options()) {
      if (!option->get_positional()) continue;
      if (verb.arguments.empty()) verb.arguments = choices(option->get_option_text());
      verb.takes_check = verb.takes_check || option->get_name() == "id";
      verb.takes_path = verb.takes_path || names_path(option->get_option_text());
    }
    verbs.push_back(std::move(verb));
  }
  return verbs;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

constexpr const char* kCheckIds = "$(emrlint rules --format ids 2>/dev/null)";

// The case of an option that the word before the cursor names.
void add_bash_value(std::string& out, const std::string& verb, const Word& word) {
  if (!word.takes_value) return;
  std::string pattern;
  for (const std::string& name : word.names) {
    pattern.append(pattern.empty() ? "" : "|").append(verb + "\\ " + name);
  }
  out += "    " + pattern + ") ";
  if (word.takes_check) {
    out += "_emrlint_words \"" + std::string(kCheckIds) + "\"; return ;;\n";
  } else if (!word.values.empty()) {
    out += "_emrlint_words \"" + joined(word.values) + "\"; return ;;\n";
  } else {
    out += word.takes_path ? "_emrlint_files; return ;;\n" : "return ;;\n";
  }
}

std::string bash_script(const std::vector<Verb>& verbs, const std::vector<Word>& general) {
  std::string out =
      "# bash completion of emrlint: source <(emrlint completions bash)\n"
      "_emrlint_words() { COMPREPLY+=($(compgen -W \"$1\" -- \"$word\")); }\n"
      "_emrlint_files() {\n  local file\n"
      "  while IFS= read -r file; do COMPREPLY+=(\"$file\"); done < <(compgen -f -- \"$word\")\n}\n"
      "_emrlint() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  COMPREPLY=()\n"
      "  # bash parts --option=value and form=file at \"=\".\n"
      "  if [ \"$word\" = '=' ]; then before='='; word=; fi\n"
      "  if [ \"$before\" = '=' ]; then\n"
      "    before=${COMP_WORDS[COMP_CWORD-1]}\n"
      "    [ \"$before\" != '=' ] || before=${COMP_WORDS[COMP_CWORD-2]}\n"
      "    [[ $before = -* ]] || { _emrlint_files; return; }\n  fi\n"
      "  case \"${COMP_WORDS[1]} $before\" in\n";
  std::string names;
  for (const Verb& verb : verbs) {
    names += verb.name + " ";
    for (const Word& word : verb.options) add_bash_value(out, verb.name, word);
  }
  for (const Word& word : general) {
    names += word.names.back() + " ";
    add_bash_value(out, "*", word);
  }
  out += "  esac\n  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    _emrlint_words \"" + names +
         "\"\n    return\n  fi\n  case ${COMP_WORDS[1]} in\n";
  for (const Verb& verb : verbs) {
    out += "    " + verb.name + ") _emrlint_words \"";
    for (const Word& word : verb.options) out += word.names.back() + " ";
    for (const Word& word : general) out += word.names.back() + " ";
    out += joined(verb.arguments) + (verb.takes_check ? kCheckIds : "") + "\"";
    out += verb.takes_path ? "; [[ $word = -* ]] || _emrlint_files ;;\n" : " ;;\n";
  }
  return out + "  esac\n}\ncomplete -o filenames -F _emrlint emrlint\n";
}

// For zsh and fish: inside '...'.
std::string quoted(const std::string& text, const char* quote_escape) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += quote_escape;
    } else {
      out += c;
    }
  }
  return out;
}

// zsh: brackets and colons have a meaning inside a specification.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : quoted(text, "'\\''")) {
    if (c == '[' || c == ']' || c == ':') out += '\\';
    out += c;
  }
  return out;
}

void add_zsh_options(std::string& out, const std::vector<Word>& words) {
  for (const Word& word : words) {
    for (const std::string& name : word.names) {
      // "=" behind the name: the value may follow it, or a blank.
      const bool both = word.takes_value && name.starts_with("--");
      out += " \\\n        '*" + name + (both ? "=[" : "[") + zsh_text(word.description) + "]";
      if (word.takes_check) {
        out += ":check:{compadd $(emrlint rules --format ids 2>/dev/null)}";
      } else if (!word.values.empty() && word.takes_path) {
        out += ":value:{compset -P \"*=\" && _files || compadd " + joined(word.values) + "}";
      } else if (!word.values.empty()) {
        out += ":value:(" + joined(word.values) + ")";
      } else if (word.takes_value) {
        out += word.takes_path ? ":file:_files" : ":value: ";
      }
      out += "'";
    }
  }
}

std::string zsh_script(const std::vector<Verb>& verbs, const std::vector<Word>& general) {
  std::string out = "#compdef emrlint\n# zsh completion: emrlint completions zsh > _emrlint\n"
                    "_emrlint() {\n  local -a commands\n  commands=(\n";
  for (const Verb& verb : verbs) {
    out += "    '" + verb.name + ":" + zsh_text(verb.description) + "'\n";
  }
  out += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
         "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const Verb& verb : verbs) {
    out += "    " + verb.name + ")\n      _arguments";
    add_zsh_options(out, verb.options);
    add_zsh_options(out, general);
    if (verb.takes_check) {
      out += " \\\n        '*:check:{compadd $(emrlint rules --format ids 2>/dev/null)}'";
    } else if (!verb.arguments.empty()) {
      out += " \\\n        '*:which:(" + joined(verb.arguments) + ")'";
    } else if (verb.takes_path) {
      out += " \\\n        '*:file:_files'";
    }
    out += "\n      ;;\n";
  }
  return out + "  esac\n}\n_emrlint \"$@\"\n";
}

void add_fish_options(std::string& out, const std::string& condition,
                      const std::vector<Word>& words) {
  for (const Word& word : words) {
    out += "complete -c emrlint" + condition;
    for (const std::string& name : word.names) {
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    if (word.takes_value) out += word.takes_path ? " -r" : " -x";
    if (word.takes_check) {
      out += " -a '(emrlint rules --format ids)'";
    } else if (!word.values.empty()) {
      out += " -f -a '" + joined(word.values) + "'";
    }
    out += " -d '" + quoted(word.description, "\\'") + "'\n";
  }
}

std::string fish_script(const std::vector<Verb>& verbs, const std::vector<Word>& general) {
  std::string out = "# fish completion: emrlint completions fish | source\n";
  add_fish_options(out, "", general);
  for (const Verb& verb : verbs) {
    out += "complete -c emrlint -n __fish_use_subcommand -f -a " + verb.name + " -d '" +
           quoted(verb.description, "\\'") + "'\n";
    const std::string inside = " -n '__fish_seen_subcommand_from " + verb.name + "'";
    add_fish_options(out, inside, verb.options);
    if (verb.takes_check) {
      out += "complete -c emrlint" + inside + " -f -a '(emrlint rules --format ids)'\n";
    } else if (!verb.takes_path) {
      out += "complete -c emrlint" + inside + " -f -a '" + joined(verb.arguments) + "'\n";
    }
  }
  return out;
}

class CompletionsCommand final : public Command {
 public:
  using Command::Command;

  CLI::App* add(CLI::App& program) override {
    program_ = &program;
    CLI::App* const command = program.add_subcommand(
        "completions", context_.say("打印命令行补全脚本", "print a completion script"));
    command->add_option("shell", shell_, context_.say("哪种 shell", "for which shell"))
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}))
        ->option_text("bash|zsh|fish");
    command->footer(context_.say("示例：\n"
                                 "  source <(emrlint completions bash)        写入 ~/.bashrc\n"
                                 "  emrlint completions zsh > 文件夹/_emrlint $fpath 之一\n"
                                 "  emrlint completions fish | source         写入 config.fish\n",
                                 "Examples:\n"
                                 "  source <(emrlint completions bash)          in ~/.bashrc\n"
                                 "  emrlint completions zsh > FOLDER/_emrlint   one of $fpath\n"
                                 "  emrlint completions fish | source           in config.fish\n"));
    return command;
  }

  int run() override {
    const std::vector<Verb> verbs = verbs_of(*program_);
    const std::vector<Word> general = options_of(*program_);
    const std::string script = shell_ == "bash"  ? bash_script(verbs, general)
                               : shell_ == "zsh" ? zsh_script(verbs, general)
                                                 : fish_script(verbs, general);
    std::fputs(script.c_str(), stdout);
    return kExitOk;
  }

 private:
  const CLI::App* program_ = nullptr;
  std::string shell_;
};

}  // namespace

std::unique_ptr<Command> make_completions_command(const Context& context) {
  return std::make_unique<CompletionsCommand>(context);
}

}  // namespace emrlint
