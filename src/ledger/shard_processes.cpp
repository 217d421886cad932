// SPDX-License-Identifier: Apache-2.0
#include "ledger/shard_processes.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <map>
#include <numeric>

#include "ledger/judge_shard.h"

namespace emrlint::ledger {
namespace {

constexpr int kRetry = 75;  // The exit code of a shard that may be tried again.
constexpr int kTries = 3;
constexpr int kGlance = 50;  // Milliseconds

// Between fork and exec only what may stand in a signal handler is called.
pid_t start(std::vector<std::string> arguments, int progress) {
  std::vector<char*> words;
  for (std::string& word : arguments) words.push_back(word.data());
  words.push_back(nullptr);
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child != 0) return child;
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(kRetry);
  fcntl(progress, F_SETFD, 0);
  execv("/proc/self/exe", words.data());
  _exit(kRetry);
}

// The ends of a pipe; closed when a program is executed.
class Pipe {
 public:
  Pipe() {
    if (pipe2(ends_, O_CLOEXEC) == 0) fcntl(ends_[0], F_SETFL, O_NONBLOCK);
  }
  ~Pipe() {
    close(ends_[0]);
    close(ends_[1]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int reading() const { return ends_[0]; }
  int writing() const { return ends_[1]; }

 private:
  int ends_[2] = {-1, -1};
};

class Shards {
 public:
  Shards(const Terms& terms, const std::vector<std::string>& arguments,
         const std::function<void(std::uint64_t units)>& progress)
      : terms_(terms), arguments_(arguments), progress_(progress) {}

  std::optional<Error> run(std::vector<unsigned> waiting, unsigned jobs) {
    while (!waiting.empty() || !running_.empty()) {
      while (!waiting.empty() && running_.size() < jobs) {
        if (!begin(waiting.back())) return cannot_start();
        waiting.pop_back();
      }
      listen();
      if (auto again = reap()) waiting.push_back(*again);
      if (failed_) break;
    }
    for (const auto& [child, shard] : running_) kill(child, SIGTERM);
    for (const auto& [child, shard] : running_) waitpid(child, nullptr, 0);
    return failed_;
  }

 private:
  static Error cannot_start() {
    return {"无法启动分片进程", "a process for a shard could not be started", {}};
  }

  bool begin(unsigned shard) {
    std::vector<std::string> arguments = {"emrlint", "shard"};
    arguments.insert(arguments.end(), arguments_.begin(), arguments_.end());
    arguments.insert(arguments.end(),
                     {"--shard", std::to_string(shard) + "/" + std::to_string(terms_.shards),
                      "--progress-fd", std::to_string(pipe_.writing())});
    const pid_t child = start(std::move(arguments), pipe_.writing());
    if (child > 0) running_[child] = shard;
    return child > 0;
  }

  // Reads the lines "SHARD UNITS" that there are.
  void listen() {
    pollfd ready{pipe_.reading(), POLLIN, 0};
    poll(&ready, 1, kGlance);
    char block[4096];
    const ssize_t got = read(pipe_.reading(), block, sizeof block);
    if (got <= 0) return;
    text_.append(block, static_cast<std::size_t>(got));
    for (std::size_t end; (end = text_.find('\n')) != text_.npos; text_.erase(0, end + 1)) {
      unsigned shard = 0;
      std::uint64_t units = 0;
      const char* const last = text_.data() + end;
      const auto [at, error] = std::from_chars(text_.data(), last, shard);
      if (error != std::errc() || at == last) continue;
      std::from_chars(at + 1, last, units);
      done_[shard] = units;
    }
    progress_(std::accumulate(done_.begin(), done_.end(), std::uint64_t{0},
                              [](std::uint64_t sum, const auto& one) { return sum + one.second; }));
  }

  // A shard that has to be tried again, if any.
  std::optional<unsigned> reap() {
    for (auto it = running_.begin(); it != running_.end(); ++it) {
      int status = 0;
      if (waitpid(it->first, &status, WNOHANG) != it->first) continue;
      const unsigned shard = it->second;
      running_.erase(it);
      if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::nullopt;
      const bool transient = WIFSIGNALED(status) || WEXITSTATUS(status) == kRetry;
      if (transient && ++tries_[shard] < kTries) return shard;
      failed_ = Error{"分片 " + std::to_string(shard) + " 未能完成",
                      "shard " + std::to_string(shard) + " could not be done",
                      {}};
      return std::nullopt;
    }
    return std::nullopt;
  }

  const Terms& terms_;
  const std::vector<std::string>& arguments_;
  const std::function<void(std::uint64_t units)>& progress_;
  Pipe pipe_;
  std::string text_;  // That was read of a line.
  std::map<pid_t, unsigned> running_;
  std::map<unsigned, int> tries_;
  std::map<unsigned, std::uint64_t> done_;  // Units by shard.
  std::optional<Error> failed_;
};

}  // namespace

std::optional<Error> run_shards(const std::string& store, const Terms& terms,
                                const std::vector<std::string>& arguments, unsigned jobs,
                                const std::function<void(std::uint64_t units)>& progress) {
  std::vector<unsigned> waiting;  // The last one first.
  for (unsigned shard = terms.shards; shard-- > 0;) {
    if (!shard_done(store, terms, shard)) waiting.push_back(shard);
  }
  return Shards(terms, arguments, progress).run(std::move(waiting), jobs);
}

}  // namespace emrlint::ledger
