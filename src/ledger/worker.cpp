// SPDX-License-Identifier: Apache-2.0
#include "ledger/worker.h"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <optional>

namespace emrlint::ledger {
namespace {

using Clock = std::chrono::steady_clock;
using Deadline = std::optional<Clock::time_point>;

// Waits until something can be read; false when the time is over.
bool readable(int channel, const Deadline& deadline) {
  if (!deadline) return true;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now());
    if (left.count() <= 0) return false;
    pollfd ready{channel, POLLIN, 0};
    if (poll(&ready, 1, static_cast<int>(left.count())) > 0) return true;
  }
}

bool receive(int channel, char* to, std::size_t size, const Deadline& deadline, bool* late) {
  while (size > 0) {
    if (!readable(channel, deadline)) {
      *late = true;
      return false;
    }
    const ssize_t got = recv(channel, to, size, 0);
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool transmit(int channel, const char* from, std::size_t size) {
  while (size > 0) {
    const ssize_t sent = send(channel, from, size, MSG_NOSIGNAL);
    if (sent <= 0) return false;
    from += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

// A text with its length before it.
bool transmit(int channel, std::string_view text) {
  const std::uint64_t size = text.size();
  return transmit(channel, reinterpret_cast<const char*>(&size), sizeof size) &&
         transmit(channel, text.data(), text.size());
}

// Nothing where the other end is gone, or the time is over: then `late` is set.
std::optional<std::string> receive(int channel, const Deadline& deadline, bool* late) {
  std::uint64_t size = 0;
  char* const bytes = reinterpret_cast<char*>(&size);
  if (!receive(channel, bytes, sizeof size, deadline, late)) return std::nullopt;
  std::string text(size, '\0');
  if (!receive(channel, text.data(), size, deadline, late)) return std::nullopt;
  return text;
}

}  // namespace

bool Worker::start() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
  const pid_t parent = getpid();
  child_ = fork();
  if (child_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    close(ends[0]);
    if (getppid() != parent) _exit(1);
    serve(ends[1]);
  }
  close(ends[1]);
  channel_ = ends[0];
  hung_ = false;
  if (child_ > 0) return true;
  stop();
  return false;
}

void Worker::serve(int channel) const {
  while (const std::optional<std::string> question = receive(channel, {}, nullptr)) {
    if (!transmit(channel, answer_(*question))) break;
  }
  _exit(0);
}

void Worker::stop() {
  if (channel_ >= 0) close(channel_);
  channel_ = -1;
  if (child_ > 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  child_ = -1;
}

std::variant<std::string, Failure> Worker::ask(std::string_view question) {
  if (child_ < 0 && !start()) return Failure{Status::kCrashed, "no process"};
  const Deadline deadline = Clock::now() + limit_;
  if (transmit(channel_, question)) {
    if (std::optional<std::string> answer = receive(channel_, deadline, &hung_))
      return *std::move(answer);
  }
  return failure();
}

// Ends the child and says what ended it.
Failure Worker::failure() {
  int status = 0;
  if (hung_) kill(child_, SIGKILL);
  waitpid(child_, &status, 0);
  child_ = -1;
  stop();
  if (hung_) {
    return {Status::kTimeout, fmt::format("{:g} s", std::chrono::duration<double>(limit_).count())};
  }
  const char* const name = WIFSIGNALED(status) ? sigabbrev_np(WTERMSIG(status)) : nullptr;
  return {Status::kCrashed, name != nullptr ? std::string("SIG").append(name) : "exit"};
}

}  // namespace emrlint::ledger
