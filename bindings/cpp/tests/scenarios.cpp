// Operations on texts, and whole scenarios.
#include "check.hpp"

namespace tg = taakgericht;

template <typename Outcome, typename = void>
constexpr bool gives_statements = false;
template <typename Outcome>
constexpr bool gives_statements<Outcome, std::void_t<decltype(std::declval<Outcome>().statement("rta"))>> = true;
static_assert(gives_statements<const tg::outcome &> && !gives_statements<tg::outcome>);

void test_operations() {
  const auto found = tg::call("split", {{"whole", "1.00"}, {"unit", "0.01"}, {"method", "largest-remainder"}, {"tie", "first"},
                                        {"weights", "1 1 1"}});
  CHECK(found.view() == "{\"parts\":\"0.34 0.33 0.33\"}" && found.str() == std::string_view(found));
  // Neither a view of a text nor a statement outlives what it belongs to.
  static_assert(std::is_convertible_v<const tg::text &, std::string_view> && !std::is_convertible_v<tg::text, std::string_view>);
  CHECK(found.member("parts") == "0.34 0.33 0.33");
  THROWS(tg::data_error, TKG_E_UNKNOWN_NAME, found.member("part"));
  THROWS(tg::data_error, TKG_E_UNKNOWN_NAME, tg::call("splits", {}));
  THROWS(tg::data_error, TKG_E_MISSING, tg::call("split", {}));
  CHECK(tg::operations().view().find("\"name\":\"split\"") != std::string_view::npos);
}

void test_scenarios(const std::string &bmwe) {
  const tg::scenario scenario = tg::scenario::read(bmwe);
  const tg::outcome outcome = scenario.run();
  const auto statement = outcome.statement("rta-groningen/2016");
  CHECK(statement.id() == "rta-groningen/2016" && statement.year() == 2016 && statement.rows() == 4);
  CHECK(statement.party(0).name == "Bedum" && statement.party(0).code == "GM0005" && statement.party(0).division == 2015);
  const auto cut = statement.column("korting");
  CHECK(amounts(cut.amounts.begin(), cut.amounts.end()) == (amounts{11774060, 17075015, 24201425, 16344165}));
  CHECK(cut.total == 69394665 && cut.role == tg::role::part && statement.column(0).name == cut.name);
  CHECK(statement.column("total").role == tg::role::total);
  CHECK(outcome.size() > 3 && outcome.statement(0).rows() > 0);
  CHECK(outcome.json().view().substr(0, 29) == "{\"shape\":\"taakgericht/run/1\",");
  CHECK(outcome.parties() >= 4 && outcome.party(0).code == "GM0005");
  THROWS(tg::use_error, TKG_E_ARGUMENT, outcome.party(outcome.parties()));
  ArrowSchema schema;
  ArrowArray array;
  outcome.arrow(statement.position(), schema, array, tg::arrow_type::int64);
  CHECK(array.length == 4 && array.n_children == 8 && schema.children[2]->name == std::string("korting"));
  CHECK(static_cast<const std::int64_t *>(array.children[2]->buffers[1])[0] == 11774060);
  array.release(&array);
  schema.release(&schema);
  tg::amounts_arrow(cut.amounts, cut.name, schema, array);
  CHECK(array.length == 4 && schema.format == std::string("d:19,2"));
  array.release(&array);
  schema.release(&schema);
  CHECK(outcome.findings().view() != outcome.findings(tg::language::dutch).view());
  CHECK(scenario.explain("rta-groningen/2016/directe_zorg/Bedum").view().find("\"steps\":[") != std::string_view::npos);
  THROWS(tg::data_error, TKG_E_UNKNOWN_NAME, outcome.statement("rta"));
  THROWS(tg::data_error, TKG_E_UNKNOWN_NAME, statement.column("zorgkosten"));
  THROWS(tg::use_error, TKG_E_ARGUMENT, outcome.statement(1000));
  THROWS(tg::data_error, TKG_E_UNKNOWN_NAME, scenario.explain("rta-groningen/2016/directe_zorg/Utrecht"));

  const tg::scenario_files files(bmwe);
  const std::vector<tg::file> tables = files.tables();
  CHECK(tables.size() > 1 && tables[0].text.size() > 10);
  CHECK(tg::diagnose(files.main(), tables).view() == "{\"shape\":\"taakgericht/diagnosis/1\",\"errors\":[]}");
  CHECK(tg::diagnose({"a.toml", "= no TOML"}, {}).view().find("TKG_E_SYNTAX") != std::string_view::npos);
  THROWS(tg::data_error, TKG_E_SYNTAX, tg::scenario({"a.toml", "= no TOML"}, {}));
  bool told = false;
  try {
    tg::scenario::read("no such file.toml");
  } catch (const std::runtime_error &error) {
    told = std::string(error.what()) == "no such file.toml: cannot be opened";
  }
  CHECK(told);
}
