// SPDX-License-Identifier: Apache-2.0
#include "lsp/stdio.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>

#include "lsp/framing.h"

namespace emrlint::lsp {
namespace {

constexpr int kMinute = 60'000;  // Milliseconds

class Stream {
 public:
  Stream(int in, int out) : in_(in), out_(out) {}

  bool ended() const { return ended_; }

  // Reads what is there. Waits at most that long for anything to come; false when nothing did.
  bool read(int milliseconds) {
    pollfd ready{in_, POLLIN, 0};
    if (ended_ || poll(&ready, 1, milliseconds) <= 0) return false;
    const ssize_t count = ::read(in_, block_.data(), block_.size());
    if (count < 0) return errno == EINTR || end();
    if (count == 0) return end();
    frames_.feed({block_.data(), static_cast<std::size_t>(count)});
    return true;
  }

  std::optional<std::string> next() { return frames_.next(); }

  void write(std::string_view body) {
    const std::string framed = frame(body);
    for (std::size_t done = 0; done < framed.size();) {
      const ssize_t count = ::write(out_, framed.data() + done, framed.size() - done);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) {
        end();
        return;
      }
      done += static_cast<std::size_t>(count);
    }
  }

 private:
  bool end() {
    ended_ = true;
    return false;
  }

  int in_, out_;
  bool ended_ = false;
  FrameReader frames_;
  std::array<char, 64 * 1024> block_{};
};

}  // namespace

int serve(int in, int out, const ServerOptions& options) {
  Stream stream(in, out);
  Server server(options, [&](const std::string& body) { stream.write(body); });
  while (!server.exit_code()) {
    const bool idle = !server.busy();
    if (idle && stream.ended()) return 1;  // Without `exit`.
    const std::optional<int> pause = server.quiet_time();
    const bool came = stream.read(idle ? pause.value_or(kMinute) : 0);
    while (stream.read(0)) {
    }
    while (const std::optional<std::string> body = stream.next()) server.receive(*body);
    if (server.busy()) {
      server.step();
    } else if (!came && pause) {
      server.idle();
    } else if (!came) {
      server.tick();
    }
  }
  return *server.exit_code();
}

}  // namespace emrlint::lsp
