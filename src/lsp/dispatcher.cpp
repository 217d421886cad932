// SPDX-License-Identifier: Apache-2.0
#include "lsp/dispatcher.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <utility>

#include "output/result_json.h"

namespace emrlint::lsp {
namespace {

const rapidjson::Value kNull;

const rapidjson::Value& params_of(const rapidjson::Value& message) {
  const rapidjson::Value* const params = member(message, "params");
  return params == nullptr ? kNull : *params;
}

std::string id_of(const rapidjson::Value& message) {
  const rapidjson::Value* const id = member(message, "id");
  const bool valid = id != nullptr && (id->IsString() || id->IsNumber());
  return valid ? to_json(*id) : std::string();
}

std::string quoted(std::string_view text) {
  const rapidjson::Value value(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  return to_json(value);
}

}  // namespace

std::string to_json(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

void Dispatcher::receive(std::string_view body) {
  Message message;
  message.json.Parse(body.data(), body.size());
  if (message.json.HasParseError()) return reply("null", {"not JSON", kParseError});
  if (!message.json.IsObject()) return reply("null", {"not an object", kInvalidRequest});
  message.method = text_at(message.json, "method");
  message.id = id_of(message.json);
  if (message.method == "$/cancelRequest") return cancel(params_of(message.json));
  queue_.push_back(std::move(message));
}

std::string_view Dispatcher::next_method() const {
  return queue_.empty() ? std::string_view() : std::string_view(queue_.front().method);
}

void Dispatcher::cancel(const Value& params) {
  const std::string id = id_of(params);
  const auto waits = [&](const Message& message) {
    return !message.method.empty() && !id.empty() && message.id == id;
  };
  const auto found = std::find_if(queue_.begin(), queue_.end(), waits);
  if (found == queue_.end()) return;  // It was answered before.
  queue_.erase(found);
  reply(id, {"cancelled", kRequestCancelled});
}

void Dispatcher::step() {
  const Message message = std::move(queue_.front());
  queue_.pop_front();
  if (message.method.empty()) return answer(message);
  if (!message.id.empty()) return reply(message.id, handle(message));
  if (message.method == "exit") {
    exit_code_ = shut_down_ ? 0 : 1;
    return;
  }
  if (!initialized_ || shut_down_) return;
  const auto handler = notifications_.find(message.method);
  if (handler != notifications_.end()) handler->second(params_of(message.json));
}

Reply Dispatcher::handle(const Message& message) {
  if (shut_down_) return {"the server was shut down", kInvalidRequest};
  const bool initialize = message.method == "initialize";
  if (initialize && initialized_) return {"initialized already", kInvalidRequest};
  if (!initialize && !initialized_) return {"not initialized", kNotInitialized};
  initialized_ = true;
  if (message.method == "shutdown") {
    shut_down_ = true;
    return {};
  }
  const auto handler = requests_.find(message.method);
  if (handler == requests_.end()) return {"no such method: " + message.method, kMethodNotFound};
  return handler->second(params_of(message.json));
}

void Dispatcher::answer(const Message& message) {
  const auto asked = asked_.find(message.id);
  if (asked == asked_.end()) return;
  const Answer handler = std::move(asked->second);
  asked_.erase(asked);
  const rapidjson::Value* const result = member(message.json, "result");
  if (handler) handler(result == nullptr ? kNull : *result);
}

void Dispatcher::reply(const std::string& id, const Reply& reply) {
  std::string body = R"({"jsonrpc":"2.0","id":)" + id;
  if (reply.error == 0) {
    body += ",\"result\":" + reply.json;
  } else {
    body += ",\"error\":{\"code\":" + std::to_string(reply.error) +
            ",\"message\":" + quoted(reply.json) + "}";
  }
  send_(body + "}");
}

void Dispatcher::notify(std::string_view method, std::string_view params) {
  std::string body = R"({"jsonrpc":"2.0","method":)" + quoted(method) + ",\"params\":";
  body.append(params) += '}';
  send_(std::move(body));
}

void Dispatcher::request(std::string_view method, std::string_view params, Answer answer) {
  const std::string id = std::to_string(next_id_++);
  asked_[id] = std::move(answer);
  std::string body = R"({"jsonrpc":"2.0","id":)" + id + ",\"method\":" + quoted(method);
  body.append(",\"params\":").append(params) += '}';
  send_(std::move(body));
}

}  // namespace emrlint::lsp
