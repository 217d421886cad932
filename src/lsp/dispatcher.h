// SPDX-License-Identifier: Apache-2.0
#ifndef EMRLINT_LSP_DISPATCHER_H_
#define EMRLINT_LSP_DISPATCHER_H_

#include <rapidjson/document.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace emrlint::lsp {

// The codes of JSON-RPC and of the protocol that are used here.
inline constexpr int kParseError = -32700;
inline constexpr int kInvalidRequest = -32600;
inline constexpr int kMethodNotFound = -32601;
inline constexpr int kInvalidParams = -32602;
inline constexpr int kInternalError = -32603;
inline constexpr int kNotInitialized = -32002;
inline constexpr int kRequestCancelled = -32800;

// What a request is answered: JSON, or an error.
struct Reply {
  std::string json = "null";
  int error = 0;  // One of the codes; then `json` is the sentence.
};

// Messages of one client: kept in their order, answered one by one by the handlers. Cancels what
// is still waiting, keeps to the order of initialize, shutdown and exit, and sends requests of the
// server's own. Knows no method but these.
class Dispatcher {
 public:
  using Value = rapidjson::Value;
  using Send = std::function<void(std::string body)>;
  using Request = std::function<Reply(const Value& params)>;
  using Notification = std::function<void(const Value& params)>;
  using Answer = std::function<void(const Value& result)>;

  explicit Dispatcher(Send send) : send_(std::move(send)) {}

  void on(std::string method, Request handler) {
    requests_[std::move(method)] = std::move(handler);
  }
  void on_notification(std::string method, Notification handler) {
    notifications_[std::move(method)] = std::move(handler);
  }

  // A message of the client. A cancellation takes effect at once, the rest waits for its step.
  void receive(std::string_view body);
  bool waiting() const { return !queue_.empty(); }
  // The method that comes next; empty where none waits, and for answers.
  std::string_view next_method() const;
  // Handles the message that comes next.
  void step();

  void notify(std::string_view method, std::string_view params);
  // `answer` gets the result, null where the client refused.
  void request(std::string_view method, std::string_view params, Answer answer = nullptr);

  // What the process ends with, once `exit` was received: 0 after a shutdown, else 1.
  std::optional<int> exit_code() const { return exit_code_; }

 private:
  struct Message {
    rapidjson::Document json;
    std::string method;  // Empty: the answer to a request of the server.
    std::string id;      // As JSON; empty: a notification.
  };

  void cancel(const Value& params);
  void answer(const Message& message);
  Reply handle(const Message& message);
  void reply(const std::string& id, const Reply& reply);

  Send send_;
  std::map<std::string, Request, std::less<>> requests_;
  std::map<std::string, Notification, std::less<>> notifications_;
  std::map<std::string, Answer, std::less<>> asked_;  // By id.
  std::deque<Message> queue_;
  std::uint64_t next_id_ = 1;
  bool initialized_ = false, shut_down_ = false;
  std::optional<int> exit_code_;
};

// The value as JSON text.
std::string to_json(const rapidjson::Value& value);

}  // namespace emrlint::lsp

#endif  // EMRLINT_LSP_DISPATCHER_H_
