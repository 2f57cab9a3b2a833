// Carries out the worked examples of tests/corpus through the library, and compares bytes.
//
// corpus FILE.csv ...    says how many cases of each file came out as they should, and stops at the first that does not.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <taakgericht.hpp>
#include <vector>

namespace tg = taakgericht;
using cells = std::vector<std::string>;

struct wrong : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// One line of a CSV file; in quotes, "" is a quote, and no cell has a line break.
static cells cells_of(const std::string &line) {
  cells found(1);
  bool quoted = false;
  for (std::size_t at = 0; at < line.size(); at++) {
    const char letter = line[at];
    if (letter == '"' && quoted && at + 1 < line.size() && line[at + 1] == '"') found.back() += line[++at];
    else if (letter == '"') quoted = !quoted;
    else if (letter == ',' && !quoted) found.emplace_back();
    else if (letter != '\r') found.back() += letter;
  }
  if (quoted) throw wrong("a quote without an end: " + line);
  return found;
}

static std::vector<cells> lines_of(const std::string &file) {
  std::ifstream from(file);
  if (!from) throw wrong(file + ": cannot be opened");
  std::vector<cells> lines;
  for (std::string line; std::getline(from, line);) {
    if (!line.empty() && line[0] != '#') lines.push_back(cells_of(line));
  }
  return lines;
}

static bool contains(const cells &names, const std::string &name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

static const std::string &cell(const cells &head, const cells &line, const std::string &name) {
  const auto found = std::find(head.begin(), head.end(), name);
  if (found == head.end() || line.size() != head.size()) throw wrong(line[0] + ": no cell \"" + name + '"');
  return line[static_cast<std::size_t>(found - head.begin())];
}

// The columns that are results, as the library writes them.
static std::string results_of(const cells &head, const cells &line) {
  // In the order in which the library gives them.
  static const cells results = {"amount", "parts", "residue", "implied", "payments", "percents", "settled", "result"};
  std::string json;
  for (const std::string &name : results) {
    if (!contains(head, name)) continue;
    const std::string &text = cell(head, line, name);
    if (text.find_first_of("\"\\") != std::string::npos) throw wrong(line[0] + ": a result with a quote");
    json += (json.empty() ? "{\"" : ",\"") + name + "\":\"" + text + '"';
  }
  return json + '}';
}

static std::vector<tg::argument> arguments_of(const cells &head, const cells &line) {
  static const cells others = {"id",      "source",  "not",      "error",    "remark",  "amount", "parts",
                               "residue", "implied", "payments", "percents", "settled", "result"};
  std::vector<tg::argument> arguments;
  for (const std::string &name : head) {
    if (!contains(others, name)) arguments.push_back({name, cell(head, line, name)});
  }
  return arguments;
}

static void compare(const std::string &operation, const cells &head, const cells &line) {
  const std::string &error = cell(head, line, "error");
  const std::string expected = error.empty() ? results_of(head, line) : error;
  std::string found;
  try {
    found = tg::call(operation, tg::span<const tg::argument>(arguments_of(head, line))).view();
  } catch (const tg::data_error &refused) {
    found = error.empty() ? refused.what() : refused.kind();
  }
  if (found != expected) throw wrong(operation + ", " + line[0] + ": found " + found + ", expected " + expected);
}

int main(int count, char **arguments) try {
  tg::check_abi();
  for (int each = 1; each < count; each++) {
    const std::string file = arguments[each];
    const std::size_t name = file.find_last_of('/') + 1;
    const std::string operation = file.substr(name, file.rfind(".csv") - name);
    const std::vector<cells> lines = lines_of(file);
    for (std::size_t at = 1; at < lines.size(); at++) compare(operation, lines.at(0), lines[at]);
    std::cout << operation << ' ' << lines.size() - 1 << '\n';
  }
} catch (const std::exception &error) {
  std::cerr << error.what() << '\n';
  return 1;
}
