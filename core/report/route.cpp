#include "report/route.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.h"

namespace tiendo {
namespace {

// What one value is called in addresses, in each language.
template <class Value>
struct Slug {
  Value value;
  std::string_view vi, en;

  std::string_view in(Language language) const { return language == Language::vi ? vi : en; }
};

constexpr std::array<Slug<View>, 10> view_slugs{{
    {View::overview, "tong-quan", "overview"},
    {View::ranking, "xep-hang", "ranking"},
    {View::unit, "don-vi", "unit"},
    {View::tasks, "nhiem-vu", "tasks"},
    {View::indicators, "chi-tieu", "indicators"},
    {View::readiness, "du-lieu", "data"},
    {View::method, "phuong-phap", "method"},
    {View::sources, "nguon", "sources"},
    {View::search, "tim", "search"},
    {View::not_found, "khong-tim-thay", "not-found"},
}};

enum class Parameter : unsigned char {
  month,
  group,
  unit,
  programme,
  state,
  database_kind,
  moved,
  all_clear,
  without_trace,
  band,
  cluster,
  order,
  as_of,
  tasks_as,
  indicators_as,
  colour_by,
  compared,
  methodology,
  weights,
  query
};
constexpr std::array<Slug<Parameter>, 20> parameter_slugs{{
    {Parameter::month, "thang", "month"},
    {Parameter::group, "loai", "kind"},
    {Parameter::unit, "don-vi", "unit"},
    {Parameter::programme, "chuong-trinh", "programme"},
    {Parameter::state, "trang-thai", "state"},
    {Parameter::database_kind, "cap", "level"},
    {Parameter::moved, "doi-han", "moved"},
    {Parameter::all_clear, "du-bay-ro", "all-clear"},
    {Parameter::without_trace, "khong-nhac-lai", "no-trace"},
    {Parameter::band, "xep-loai", "band"},
    {Parameter::cluster, "nhom", "cluster"},
    {Parameter::order, "sap-xep", "sort"},
    {Parameter::as_of, "biet-den", "as-of"},
    {Parameter::tasks_as, "xem", "as"},
    {Parameter::indicators_as, "xep-theo", "by"},
    {Parameter::colour_by, "to-mau", "colour"},
    {Parameter::compared, "so-sanh", "compare"},
    {Parameter::methodology, "cach-tinh", "rule"},
    {Parameter::weights, "trong-so", "weights"},
    {Parameter::query, "tu", "q"},
}};

constexpr std::array<Slug<RankingGroup>, 2> group_slugs{{
    {RankingGroup::provinces, "tinh", "provinces"},
    {RankingGroup::ministries, "bo", "ministries"},
}};

constexpr std::array<Slug<TaskState>, task_state_count> state_slugs{{
    {TaskState::done_on_time, "xong-dung-han", "done-on-time"},
    {TaskState::done_late, "xong-tre", "done-late"},
    {TaskState::in_progress, "con-trong-han", "in-progress"},
    {TaskState::overdue, "qua-han", "overdue"},
    {TaskState::unconfirmed, "chua-xac-nhan", "unconfirmed"},
    {TaskState::no_deadline, "khong-neu-han", "no-deadline"},
    {TaskState::cancelled, "huy", "cancelled"},
}};

constexpr std::array<Slug<DatabaseKind>, 3> database_kind_slugs{{
    {DatabaseKind::national, "quoc-gia", "national"},
    {DatabaseKind::sectoral, "chuyen-nganh", "sectoral"},
    {DatabaseKind::local, "dia-phuong", "local"},
}};

constexpr std::array<Slug<Order>, 2> order_slugs{{
    {Order::by_name, "ten", "name"},
    {Order::by_change, "thay-doi", "change"},
}};

constexpr std::array<Slug<TasksAs>, 3> tasks_as_slugs{{
    {TasksAs::leads, "don-vi", "units"},
    {TasksAs::timeline, "dong-thoi-gian", "timeline"},
    {TasksAs::review, "ra-soat", "review"},
}};

constexpr std::array<Slug<IndicatorsAs>, 1> indicators_as_slugs{{
    {IndicatorsAs::by_due, "han", "due"},
}};

constexpr std::array<Slug<Language>, 2> language_slugs{{
    {Language::vi, "vi", "vi"},
    {Language::en, "en", "en"},
}};

// Either language's name is understood, whatever the address starts with.
template <class Value, std::size_t count>
std::optional<Value> value_of(const std::array<Slug<Value>, count>& slugs, std::string_view text) {
  for (const Slug<Value>& slug : slugs)
    if (slug.vi == text || slug.en == text) return slug.value;
  return std::nullopt;
}

template <class Value, std::size_t count>
std::string slug_of(const std::array<Slug<Value>, count>& slugs, Value value, Language language) {
  for (const Slug<Value>& slug : slugs)
    if (slug.value == value) return std::string(slug.in(language));
  return "";
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == '~';
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += '%';
      encoded += digits[byte >> 4U];
      encoded += digits[byte & 15U];
    }
  }
  return encoded;
}

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10U;
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10U;
  return std::nullopt;
}

// Nothing where a "%" starts no byte, or where the bytes are no text.
std::optional<std::string> percent_decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const std::optional<unsigned> high = hex_digit(text[i + 1]);
    const std::optional<unsigned> low = hex_digit(text[i + 2]);
    if (!high || !low) return std::nullopt;
    decoded += static_cast<char>(*high * 16U + *low);
    i += 2;
  }
  if (find_invalid_utf8(decoded)) return std::nullopt;
  return decoded;
}

class QueryWriter {
 public:
  explicit QueryWriter(Language language) : language_(language) {}

  void add(Parameter parameter, std::string_view value) {
    text_ += text_.empty() ? '?' : '&';
    text_ += slug_of(parameter_slugs, parameter, language_);
    text_ += '=';
    text_ += percent_encode(value);
  }
  const std::string& text() const { return text_; }

 private:
  Language language_;
  std::string text_;
};

// "~" is unreserved and no part of a key. Weights: "diem-cong~20~dich-vu~15".
constexpr std::string_view list_separator = "~";

std::string weights_text(const std::vector<OwnWeight>& weights) {
  std::string text;
  for (const OwnWeight& own : weights) {
    if (!text.empty()) text += list_separator;
    text += own.node;
    text += list_separator;
    text += std::to_string(own.weight);
  }
  return text;
}

std::string list_text(const std::vector<std::string>& keys) {
  std::string text;
  for (const std::string& key : keys) {
    if (!text.empty()) text += list_separator;
    text += key;
  }
  return text;
}

std::vector<std::string> read_list(std::string_view text) {
  std::vector<std::string> keys;
  for (const std::string_view key : split(text, list_separator.front()))
    if (!key.empty()) keys.emplace_back(key);
  return keys;
}

std::optional<int> read_weight(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int weight = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    weight = weight * 10 + (c - '0');
  }
  return weight;
}

// A pair that is no weight is passed over.
std::vector<OwnWeight> read_weights(std::string_view text) {
  const std::vector<std::string> parts = read_list(text);
  std::vector<OwnWeight> weights;
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
    const std::optional<int> weight = read_weight(parts[i + 1]);
    if (weight) weights.push_back({parts[i], *weight});
  }
  return weights;
}

std::string query_of(const Route& route) {
  QueryWriter query(route.language);
  if (route.month) query.add(Parameter::month, iso(*route.month));
  if (route.group != RankingGroup::provinces)
    query.add(Parameter::group, slug_of(group_slugs, route.group, route.language));
  if (!route.unit.empty()) query.add(Parameter::unit, route.unit);
  if (!route.programme.empty()) query.add(Parameter::programme, route.programme);
  if (route.state)
    query.add(Parameter::state, slug_of(state_slugs, *route.state, route.language));
  if (route.database_kind)
    query.add(Parameter::database_kind,
              slug_of(database_kind_slugs, *route.database_kind, route.language));
  if (route.moved_only) query.add(Parameter::moved, "1");
  if (route.all_clear_only) query.add(Parameter::all_clear, "1");
  if (route.without_trace_only) query.add(Parameter::without_trace, "1");
  if (!route.band.empty()) query.add(Parameter::band, route.band);
  if (!route.cluster.empty()) query.add(Parameter::cluster, route.cluster);
  if (route.order != Order::by_default)
    query.add(Parameter::order, slug_of(order_slugs, route.order, route.language));
  if (route.as_of) query.add(Parameter::as_of, iso(*route.as_of));
  if (route.tasks_as != TasksAs::table)
    query.add(Parameter::tasks_as, slug_of(tasks_as_slugs, route.tasks_as, route.language));
  if (route.indicators_as != IndicatorsAs::list)
    query.add(Parameter::indicators_as,
              slug_of(indicators_as_slugs, route.indicators_as, route.language));
  if (!route.colour_by.empty()) query.add(Parameter::colour_by, route.colour_by);
  if (!route.compared.empty())
    query.add(Parameter::compared, list_text(route.compared));
  if (!route.methodology.empty()) query.add(Parameter::methodology, route.methodology);
  if (!route.weights.empty()) query.add(Parameter::weights, weights_text(route.weights));
  if (!route.query.empty()) query.add(Parameter::query, route.query);
  return query.text();
}

void set_parameter(Route& route, Parameter parameter, const std::string& value) {
  switch (parameter) {
    case Parameter::month: route.month = parse_month(value); break;
    case Parameter::group:
      route.group = value_of(group_slugs, value).value_or(RankingGroup::provinces);
      break;
    case Parameter::unit: route.unit = value; break;
    case Parameter::programme: route.programme = value; break;
    case Parameter::state: route.state = value_of(state_slugs, value); break;
    case Parameter::database_kind:
      route.database_kind = value_of(database_kind_slugs, value);
      break;
    case Parameter::moved: route.moved_only = value == "1"; break;
    case Parameter::all_clear: route.all_clear_only = value == "1"; break;
    case Parameter::without_trace: route.without_trace_only = value == "1"; break;
    case Parameter::band: route.band = value; break;
    case Parameter::cluster: route.cluster = value; break;
    case Parameter::order:
      route.order = value_of(order_slugs, value).value_or(Order::by_default);
      break;
    case Parameter::as_of: route.as_of = parse_date(value); break;
    case Parameter::tasks_as:
      route.tasks_as = value_of(tasks_as_slugs, value).value_or(TasksAs::table);
      break;
    case Parameter::indicators_as:
      route.indicators_as = value_of(indicators_as_slugs, value).value_or(IndicatorsAs::list);
      break;
    case Parameter::colour_by: route.colour_by = value; break;
    case Parameter::compared: route.compared = read_list(value); break;
    case Parameter::methodology: route.methodology = value; break;
    case Parameter::weights: route.weights = read_weights(value); break;
    case Parameter::query: route.query = value; break;
  }
}

void read_query(Route& route, std::string_view query) {
  for (const std::string_view part : split(query, '&')) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    const std::optional<Parameter> parameter = value_of(parameter_slugs, part.substr(0, equals));
    const std::optional<std::string> value = percent_decode(part.substr(equals + 1));
    if (parameter && value) set_parameter(route, *parameter, *value);
  }
}

// "vi/don-vi/ha-noi": language, view, subject.
void read_path(Route& route, std::string_view path) {
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  const std::vector<std::string_view> parts = split(path, '/');
  if (parts.empty()) return;
  const std::optional<Language> language = value_of(language_slugs, parts[0]);
  if (language) route.language = *language;
  if (language && parts.size() == 1) return;
  route.view = View::not_found;
  if (!language || parts.size() > 3) return;
  const std::optional<View> view = value_of(view_slugs, parts[1]);
  if (!view) return;
  if (parts.size() == 3) {
    const std::optional<std::string> subject = percent_decode(parts[2]);
    if (!subject) return;
    route.subject = *subject;
  }
  route.view = *view;
}

std::string dataset_parameter(Language language) {
  return language == Language::vi ? "?du-lieu=" : "?data=";
}

}  // namespace

std::string address_of(const Route& route) {
  std::string address = "#/" + slug_of(language_slugs, route.language, Language::vi) + "/" +
                        slug_of(view_slugs, route.view, route.language);
  if (!route.subject.empty()) address += "/" + percent_encode(route.subject);
  return address + query_of(route);
}

std::string address_with_dataset(std::string_view dataset, const Route& route) {
  if (dataset.empty()) return "?" + address_of(route);
  return dataset_parameter(route.language) + percent_encode(dataset) + address_of(route);
}

std::string address_with_typed_dataset(const Route& route) {
  return dataset_parameter(route.language) + "{}" + address_of(route);
}

std::string address_with_typed_query(Route route) {
  route.query.clear();
  const std::string address = address_of(route);
  return address + (address.find('?') == std::string::npos ? "?" : "&") +
         slug_of(parameter_slugs, Parameter::query, route.language) + "={}";
}

std::string address_with_weight_of(Route route, std::string_view node) {
  constexpr int place = -1;  // no weight is less than 0
  const auto found = std::find_if(route.weights.begin(), route.weights.end(),
                                  [&](const OwnWeight& own) { return own.node == node; });
  if (found != route.weights.end()) found->weight = place;
  else route.weights.push_back({std::string(node), place});
  std::string address = address_of(route);
  const std::string marked = std::string(list_separator) + std::to_string(place);
  return address.replace(address.rfind(marked) + list_separator.size(), marked.size() - 1, "{}");
}

Route parse_address(std::string_view address) {
  Route route;
  if (!address.empty() && address.front() == '#') address.remove_prefix(1);
  if (!address.empty() && address.front() == '/') address.remove_prefix(1);
  const std::size_t question = address.find('?');
  read_path(route, address.substr(0, question));
  if (question != std::string_view::npos) read_query(route, address.substr(question + 1));
  return route;
}

std::vector<std::string> view_names(Language language) {
  std::vector<std::string> names;
  for (const Slug<View>& slug : view_slugs)
    if (slug.value != View::not_found) names.emplace_back(slug.in(language));
  return names;
}

}  // namespace tiendo
