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
};

struct Verb {
  std::string name, description;
  std::vector<Word> options;
  std::vector<std::string> arguments;  // The values of its positional, if it is one of a few.
  bool takes_check = false;            // Its positional is a check.
};

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
    if (option->get_positional() || option->get_name() == "--help-man") continue;
    Word word;
    for (const std::string& name : option->get_snames()) word.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) word.names.push_back("--" + name);
    word.values = choices(option->get_option_text());
    word.description = option->get_description();
    word.takes_value = option->get_expected_max() > 0 && option->get_items_expected_max() > 0;
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<Verb> verbs_of(const CLI::App& program) {
  std::vector<Verb> verbs;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
    Verb verb{command->get_name(), command->get_description(), options_of(*command), {}, false};
    for (const CLI::Option* option : command->get_options()) {
      if (!option->get_positional()) continue;
      verb.arguments = choices(option->get_option_text());
      verb.takes_check = option->get_name() == "id";
    }
    verbs.push_back(std::move(verb));
  }
  return verbs;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

constexpr const char* kCheckIds = "$(emrlint rules --format ids 2>/dev/null)";

std::string bash_script(const std::vector<Verb>& verbs, const std::vector<Word>& general) {
  std::vector<std::string> names;
  for (const Verb& verb : verbs) names.push_back(verb.name);
  std::string out =
      "# bash completion of emrlint: source <(emrlint completions bash)\n_emrlint() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words= files=\n"
      "  if [ \"$COMP_CWORD\" -gt 1 ] && [ \"$before\" = '=' ]; then\n"
      "    before=${COMP_WORDS[COMP_CWORD-2]}\n  fi\n"
      "  case \"${COMP_WORDS[1]} $before\" in\n";
  const auto add_values = [&out](const std::string& verb, const Word& word) {
    if (!word.takes_value) return;
    std::string pattern;
    for (const std::string& name : word.names) {
      pattern.append(pattern.empty() ? "" : "|").append(verb + "\\ " + name);
    }
    const bool check = word.names.back() == "--select";
    out += "    " + pattern + ") ";
    if (word.values.empty() && !check) {
      out += "COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n";
    } else {
      out += "COMPREPLY=($(compgen -W \"" + (check ? kCheckIds : joined(word.values)) +
             "\" -- \"$word\")); return ;;\n";
    }
  };
  for (const Verb& verb : verbs) {
    for (const Word& word : verb.options) add_values(verb.name, word);
  }
  for (const Word& word : general) add_values("*", word);
  out += "  esac\n  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    words=\"" + joined(names);
  for (const Word& word : general) out += " " + word.names.back();
  out += "\"\n  else\n    case ${COMP_WORDS[1]} in\n";
  for (const Verb& verb : verbs) {
    out += "      " + verb.name + ") words=\"";
    for (const Word& word : verb.options) out += word.names.back() + " ";
    out += joined(verb.arguments) + (verb.takes_check ? kCheckIds : "") + "\"";
    out += verb.arguments.empty() && !verb.takes_check ? " files=1 ;;\n" : " ;;\n";
  }
  out += "    esac\n  fi\n  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "  if [ -n \"$files\" ] && [[ $word != -* ]]; then\n"
         "    COMPREPLY+=($(compgen -f -- \"$word\"))\n  fi\n}\n"
         "complete -o filenames -F _emrlint emrlint\n";
  return out;
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
      out += " \\\n        '*" + name + "[" + zsh_text(word.description) + "]";
      if (word.takes_value && word.names.back() == "--select") {
        out += ":check:{compadd $(emrlint rules --format ids 2>/dev/null)}";
      } else if (word.takes_value) {
        out += word.values.empty() ? ":file:_files" : ":value:(" + joined(word.values) + ")";
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
    } else {
      out += verb.arguments.empty() ? " \\\n        '*:file:_files'"
                                    : " \\\n        '*:which:(" + joined(verb.arguments) + ")'";
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
    if (word.takes_value) out += " -r";
    if (word.names.back() == "--select") {
      out += " -f -a '(emrlint rules --format ids)'";
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
    } else if (!verb.arguments.empty()) {
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
    command->footer(context_.say("示例：\n  source <(emrlint completions bash)\n",
                                 "Examples:\n  source <(emrlint completions bash)\n"));
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
