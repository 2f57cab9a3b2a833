//! Every error about the sections for financing, as text: one slip in a good scenario, and all that is said about it.
#![cfg(feature = "format")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::as_conversions, reason = "tests compute what they expect freely")]

#[path = "format_support/financing_slips.rs"]
mod financing_slips;

use financing_slips::check;
use taakgericht::Kind;

#[test]
fn what_must_be_there() {
    let cases = [
        (
            "code = \"45A04\"\n",
            "",
            "s.toml:40: product \"begeleiding\": no key \"code\", expected text in quotes.\n  \
                 The product code: five capitals or digits, such as \"45A04\" (Dutch: productcode).",
        ),
        (
            "segment = \"2\"\nunit",
            "unit",
            "s.toml:40: product \"begeleiding\": no key \"segment\", expected text in quotes.\n  \
                 The segment that it is bought in (Dutch: segment, perceel).\n\
             s.toml:124: case \"all-task\", segments: no segment \"2\", expected \"1\".\n  \
                 Did you mean \"1\"?",
        ),
        (
            "unit = \"minute\"\n",
            "",
            "s.toml:40: product \"begeleiding\": no key \"unit\", expected a word in quotes.\n  \
                 In what its volumes are counted (Dutch: eenheid).",
        ),
        (
            "frequency = \"per-week\"\n",
            "",
            "s.toml:40: product \"begeleiding\": no key \"frequency\", expected a word in quotes.\n  \
                 Over which stretch of time its volume is assigned (Dutch: frequentie).",
        ),
        (
            "title = \"Ambulante begeleiding\"",
            "title = \"\"",
            "s.toml:42: product \"begeleiding\", title: empty text, expected text in quotes.",
        ),
        (
            "id = \"verblijf\"\n",
            "",
            "s.toml:48: product 2: no key \"id\", expected a name in quotes, such as \"bmwe-2015\".\n  \
                 The name that contracts and volumes know it by.\n\
             s.toml:71: contract \"noord\", product \"verblijf\", product: no product \"verblijf\", expected \"begeleiding\".\n\
             volumes.csv:6: volumes \"2026\", column \"what\": no product \"verblijf\", expected \"begeleiding\".",
        ),
        (
            // a contract without a key
            "provider = \"Elker\"\n",
            "",
            "s.toml:55: contract \"noord\": no key \"provider\", expected text in quotes.\n  \
                 The main contractor, who is paid (Dutch: hoofdaannemer).\n\
             volumes.csv:3: volumes \"2026\", column \"who\": no provider \"Elker\", expected one of \"De Zijlen\", \"Molendrift\", \"Vrij\".\n\
             volumes.csv:6: volumes \"2026\", column \"who\": no provider \"Elker\", expected one of \"De Zijlen\", \"Molendrift\", \"Vrij\".",
        ),
        (
            "from = \"2026-01-01\"\nto = 2027-12-31\n",
            "",
            "s.toml:55: contract \"noord\": no key \"from\", expected a date in quotes, such as \"2026-01-01\".\n  \
                 The first day on which it holds.\n\
             s.toml:55: contract \"noord\": no key \"to\", expected a date in quotes, such as \"2026-01-01\".\n  \
                 The last day on which it holds.",
        ),
        (
            // no products
            "products = [{ product = \"begeleiding\", variant = \"task-based\" }]\n",
            "",
            "s.toml:98: contract \"vrij\": no key \"products\", expected sections in double brackets, such as [[table]].\n  \
                 What it is about, each product once.",
        ),
        (
            "products = [{ product = \"begeleiding\", variant = \"task-based\" }]",
            "products = []",
            "s.toml:103: contract \"vrij\", products: no product, expected at least one.",
        ),
        (
            "subcontractors = [\"De Zijlen\"]",
            "subcontractors = []",
            "s.toml:58: contract \"noord\", subcontractors: an empty list, expected a list of texts, such as [\"vws\", \"zvw\"].\n\
             volumes.csv:4: volumes \"2026\", column \"who\": no provider \"De Zijlen\", expected one of \"Elker\", \"Molendrift\", \"Vrij\".\n\
             volumes.csv:5: volumes \"2026\", column \"who\": no provider \"De Zijlen\", expected one of \"Elker\", \"Molendrift\", \"Vrij\".",
        ),
        (
            "product = \"verblijf\"\n",
            "",
            "s.toml:71: contract \"noord\", product 2: no key \"product\", expected text in quotes.\n  \
                 The id of the product.",
        ),
        (
            "variant = \"effort-based\"\n",
            "",
            "s.toml:62: contract \"noord\", product \"begeleiding\": no key \"variant\", expected a word in quotes.\n  \
                 How it is financed (Dutch: uitvoeringsvariant).",
        ),
        (
            // no tariff at all
            "{ \"2026-01-01\" = 250 }",
            "{}",
            "s.toml:74: contract \"noord\", product \"verblijf\", tariffs: no tariff, expected days with numbers, such as { \"2026-01-01\" = \"87.30\" }.",
        ),
        (
            "prices = { \"2026-01-01\" = 2400 }, ",
            "",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result: no key \"prices\", expected days with numbers, such as { \"2026-01-01\" = \"87.30\" }.\n  \
                 The prices in euros, by the day from which each holds.",
        ),
        (
            // half a plan of payment
            "start = \"30%\", ",
            "",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result: no key \"start\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 The part that is paid at the start.",
        ),
        (
            "start = \"30%\", milestones = [\"40%\"], end = \"30%\"",
            "milestones = [\"40%\"]",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result: no key \"start\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 The part that is paid at the start.\n\
             s.toml:68: contract \"noord\", product \"begeleiding\", result: no key \"end\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 The part that is paid at the end; all parts add up to 100%.",
        ),
        (
            "milestones = [\"40%\"]",
            "milestones = []",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result, milestones: an empty list, expected a list of percentages, such as [\"40%\"].",
        ),
        (
            "amount = 1000000, ",
            "",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceiling \"2026\": no key \"amount\", expected a number, such as 1000 or \"0.1\".\n  \
                 The most, in euros.",
        ),
        (
            "beyond = \"new-care\"",
            "",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceiling \"2027\": no key \"beyond\", expected a word in quotes.\n  \
                 Who bears care beyond it.",
        ),
        (
            ", provider_share = \"100%\"",
            "",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceiling \"2026\": no key \"provider_share\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 The share of it that the provider bears.",
        ),
        (
            "{ 2026 = { amount = 1000000, beyond = \"shared\", provider_share = \"100%\" }, 2027 = { amount = 1100000, beyond = \"new-care\" } }",
            "{}",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceilings: no ceiling, expected years with sections of keys, such as { 2026 = { amount = 1000, beyond = \"new-care\" } }.",
        ),
        (
            "basis = \"agreed\"\n",
            "",
            "s.toml:76: contract \"noord\", task: no key \"basis\", expected a word in quotes.\n  \
                 What the lump sum of the first year is based on (Dutch: grondslag).",
        ),
        (
            "amount = 10000000\n",
            "",
            "s.toml:76: contract \"noord\", task: no key \"amount\", expected a number, such as 1000 or \"0.1\".\n  \
                 What was agreed, in euros.",
        ),
        (
            "turnover = { 2023 = 900000, 2024 = 940000 }\n",
            "",
            "s.toml:92: contract \"zuid\", task: no key \"turnover\", expected years with numbers, such as { 2026 = 1000 }.\n  \
                 What was earned, in euros, by year; the mean counts.",
        ),
        (
            "turnover = { 2023 = 900000, 2024 = 940000 }",
            "turnover = {}",
            "s.toml:94: contract \"zuid\", task, turnover: no turnover, expected years with numbers, such as { 2026 = 1000 }.",
        ),
        (
            "groups = [{ name = \"0-11\", rate = \"412.505\", persons = \"1385\" }, { name = \"12-17\", rate = 980, persons = \"826.5\" }], ",
            "",
            "s.toml:104: contract \"vrij\", task: no key \"groups\", expected sections in double brackets, such as [[table]].\n  \
                 The groups of persons for whom is paid, each once.",
        ),
        (
            "[{ name = \"0-11\", rate = \"412.505\", persons = \"1385\" }, { name = \"12-17\", rate = 980, persons = \"826.5\" }]",
            "[]",
            "s.toml:104: contract \"vrij\", task, year 2026, basis \"capitation\": no groups, expected at least one.",
        ),
        (
            "rate = \"412.505\", ",
            "",
            "s.toml:104: contract \"vrij\", task, group \"0-11\": no key \"rate\", expected a number, such as 1000 or \"0.1\".\n  \
                 Euros a year for each person.",
        ),
        (
            ", persons = \"1385\"",
            "",
            "s.toml:104: contract \"vrij\", task, group \"0-11\": no key \"persons\", expected a number, such as 1000 or \"0.1\".\n  \
                 How many persons; a mean over the year need not be whole.",
        ),
        (
            // a group without a name
            "name = \"0-11\", ",
            "",
            "s.toml:104: contract \"vrij\", task, group 1: no key \"name\", expected text in quotes.\n  \
                 What the group is called: an age band, a municipality.",
        ),
        (
            "mode = \"half-up\", ",
            "",
            "s.toml:79: contract \"noord\", task, rounding: no key \"mode\", expected a word in quotes.\n  \
                 Which way it rounds.",
        ),
        (
            "year = 2027, ",
            "",
            "s.toml:80: contract \"noord\", task, year 1: no key \"year\", expected a year without quotes, such as 2015.\n  \
                 Of which year.",
        ),
        (
            "index = \"4.91%\", ",
            "",
            "s.toml:80: contract \"noord\", task, year 2027: no key \"index\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 How much prices rise (Dutch: indexatie).",
        ),
        (
            "mutations = { verblijf = 250000 }",
            "mutations = {}",
            "s.toml:80: contract \"noord\", task, year 2027, mutations: no mutation, expected names with numbers, such as { Bedum = 3 }.",
        ),
        (
            "{ band = \"5%\", share = \"50%\" }",
            "{ band = \"5%\" }",
            "s.toml:95: contract \"zuid\", task, corridor: no key \"share\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 The share of all beyond it that the municipality bears, or takes back.",
        ),
        (
            "{ band = \"5%\", share = \"50%\" }",
            "{}",
            "s.toml:95: contract \"zuid\", task, corridor: no key \"band\" or \"over\" or \"under\", expected one of them.",
        ),
        (
            "{ from = \"8%\", share = \"80%\" }",
            "{ from = \"8%\" }",
            "s.toml:81: contract \"noord\", task, corridor, over breakpoint 2: no key \"share\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 The share that the municipality bears, or takes back.",
        ),
        (
            "key = \"youths\"\npenalties",
            "penalties",
            "s.toml:76: contract \"noord\", task: no key \"key\", expected text in quotes.\n  \
                 The id of the key by which municipalities divide what the task pays.",
        ),
        (
            "reason = \"rapportage te laat\", ",
            "",
            "s.toml:83: contract \"noord\", task, penalty 1: no key \"reason\", expected text in quotes.\n  \
                 What for.",
        ),
        (
            "percent = \"2%\", ",
            "",
            "s.toml:83: contract \"noord\", task, penalty 1: no key \"percent\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 How much.",
        ),
        (
            ", of = \"monthly-part\", month = 3",
            "",
            "s.toml:83: contract \"noord\", task, penalty 1: no key \"of\", expected a word in quotes.\n  \
                 Of what; there is no default.",
        ),
        (
            ", month = 3",
            "",
            "s.toml:83: contract \"noord\", task, penalty 1: no key \"month\", expected a whole number without quotes, such as 3.\n  \
                 The month of the year whose part it is of, from 1 to 12.",
        ),
        (
            "file = \"volumes.csv\"\nsource = \"s\"\n",
            "file = \"volumes.csv\"\n",
            "s.toml:106: volumes \"2026\": no key \"source\", expected text in quotes.\n  \
                 The id of the source that the file comes from.",
        ),
        (
            "file = \"volumes.csv\"",
            "file = \"volume.csv\"",
            "s.toml:108: volumes \"2026\", file: there is no file \"volume.csv\", expected the name of a CSV file.\n  \
                 The name is seen from the folder of the scenario.",
        ),
        (
            // what is not named is not read
            "delivered = \"day\"\n",
            "",
            "s.toml:106: volumes \"2026\": no key \"delivered\", expected text in quotes.\n  \
                 The CSV column with days of delivery, such as 2026-03-31.\n\
             volumes.csv:2: volumes \"2026\": the column \"day\" is not named, expected a column of the volumes.\n  \
                 Name it in the section, or leave it out with ignore = [\"day\"].",
        ),
        (
            "GM0005,Elker,verblijf,2026-03-31,,31.0,",
            "GM0005,Elker,verblijf,2026-03-31,,,",
            "volumes.csv:6: volumes \"2026\", column \"volume\": an empty cell, expected something in every cell of this column.",
        ),
        (
            "GM0005,Elker,verblijf",
            "GM0005,,verblijf",
            "volumes.csv:6: volumes \"2026\", column \"who\": an empty cell, expected something in every cell of this column.",
        ),
        (
            "31.0,,,0,1,",
            "31.0,,,0,,",
            "volumes.csv:6: volumes \"2026\", column \"ended\": an empty cell, expected something in every cell of this column.",
        ),
        (
            "GM0005,Elker,begeleiding,2026-01-31,,380,,,0,0,\nGM0053,De Zijlen,begeleiding,2026-02-28,2026-01-05,150,17,,1,0,declared twice\nGM0053,De Zijlen,begeleiding,2026-02-28,2026-01-05,-150,,17,-1,0,\nGM0005,Elker,verblijf,2026-03-31,,31.0,,,0,1,\n",
            "",
            "volumes.csv:2: volumes \"2026\": no delivered care, expected a row for each line of it.",
        ),
        (
            // a case that says nothing
            "variant = \"task-based\"\ncontracts = [\"noord\"]\nsegments = [\"2\"]\nleakage = { share = \"8%\", to = \"vrij\", tariff_times = \"1.1\", cost_times = 1 }\n",
            "",
            "s.toml:121: case \"all-task\": no key \"variant\" or \"leakage\", expected one of them.",
        ),
        (
            "contracts = [\"noord\"]",
            "contracts = []",
            "s.toml:124: case \"all-task\", contracts: an empty list, expected a list of texts, such as [\"vws\", \"zvw\"].",
        ),
        (
            "share = \"8%\", ",
            "",
            "s.toml:126: case \"all-task\", leakage: no key \"share\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 Which share of the volume.",
        ),
        (
            "to = \"vrij\", ",
            "",
            "s.toml:126: case \"all-task\", leakage: no key \"to\", expected text in quotes.\n  \
                 The id of the contract whose provider delivers it; in a year in which that one does not hold, by another contract of this provider.",
        ),
        (
            "volume = \"10%\"\n",
            "",
            "s.toml:128: shock \"more\": no key \"volume\" or \"cost_price\" or \"tariff\", expected one of them.",
        ),
        (
            "per_result = 20\n",
            "",
            "s.toml:136: administration: no key \"per_result\", expected a number, such as 1000 or \"0.1\".\n  \
                 For establishing a result of care by output, at each moment at which a part of its price is paid.",
        ),
        (
            ", task = 40",
            "",
            "s.toml:139: administration, per_month: no key \"task\", expected a number, such as 1000 or \"0.1\".\n  \
                 As a task.",
        ),
    ];
    check(Kind::Missing, &cases);
}

#[test]
fn what_the_format_does_not_know() {
    let cases = [
        (
            "frequency = \"per-week\"",
            "frequentie = \"per-week\"",
            "s.toml:40: product \"begeleiding\": no key \"frequency\", expected a word in quotes.\n  \
                 Over which stretch of time its volume is assigned (Dutch: frequentie).\n\
             s.toml:46: product \"begeleiding\": unknown key \"frequentie\", expected one of \"id\", \"title\", \"code\", \"segment\", \"unit\", \"frequency\".\n  \
                 Did you mean \"frequency\"?",
        ),
        (
            "subcontractors =",
            "subcontractor =",
            "s.toml:58: contract \"noord\": unknown key \"subcontractor\", expected one of \"id\", \"provider\", \"subcontractors\", \"from\", \"to\", \"products\", \"task\".\n  \
                 Did you mean \"subcontractors\"?\n\
             volumes.csv:4: volumes \"2026\", column \"who\": no provider \"De Zijlen\", expected one of \"Elker\", \"Molendrift\", \"Vrij\".\n\
             volumes.csv:5: volumes \"2026\", column \"who\": no provider \"De Zijlen\", expected one of \"Elker\", \"Molendrift\", \"Vrij\".",
        ),
        (
            "cost_price = \"80.15\"",
            "costprice = \"80.15\"",
            "s.toml:67: contract \"noord\", product \"begeleiding\": unknown key \"costprice\", expected one of \"product\", \"variant\", \"unit\", \"basis\", \"tariffs\", \"cost_price\", \"result\", \"ceilings\".\n  \
                 Did you mean \"cost_price\"?",
        ),
        (
            "start = \"30%\"",
            "begin = \"30%\"",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result: unknown key \"begin\", expected one of \"prices\", \"start\", \"milestones\", \"end\".\n\
             s.toml:68: contract \"noord\", product \"begeleiding\", result: no key \"start\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 The part that is paid at the start.",
        ),
        (
            "provider_share = \"100%\"",
            "share = \"100%\"",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceiling \"2026\": unknown key \"share\", expected one of \"amount\", \"beyond\", \"provider_share\".\n\
             s.toml:69: contract \"noord\", product \"begeleiding\", ceiling \"2026\": no key \"provider_share\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 The share of it that the provider bears.",
        ),
        (
            // a key of the other case
            "beyond = \"new-care\"",
            "beyond = \"new-care\", provider_share = \"50%\"",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceiling \"2027\": the key \"provider_share\" beside beyond = \"new-care\", expected no such key.\n  \
                 \"provider_share\" goes with beyond = \"shared\".",
        ),
        (
            "amount = 10000000\n",
            "amount = 10000000\nturnover = { 2024 = 1 }\n",
            "s.toml:79: contract \"noord\", task: the key \"turnover\" beside basis = \"agreed\", expected \"amount\".\n  \
                 \"turnover\" goes with basis = \"historic-turnover\".",
        ),
        (
            "volume_norm = ",
            "volume = ",
            "s.toml:80: contract \"noord\", task, year 2027: unknown key \"volume\", expected one of \"year\", \"index\", \"volume_norm\", \"mutations\".",
        ),
        (
            "persons = \"1385\"",
            "people = \"1385\"",
            "s.toml:104: contract \"vrij\", task, group \"0-11\": unknown key \"people\", expected one of \"name\", \"rate\", \"persons\".\n\
             s.toml:104: contract \"vrij\", task, group \"0-11\": no key \"persons\", expected a number, such as 1000 or \"0.1\".\n  \
                 How many persons; a mean over the year need not be whole.",
        ),
        (
            "under = [",
            "below = [",
            "s.toml:81: contract \"noord\", task, corridor: unknown key \"below\", expected one of \"band\", \"share\", \"over\", \"under\".",
        ),
        (
            "{ from = \"8%\", share",
            "{ above = \"8%\", share",
            "s.toml:81: contract \"noord\", task, corridor, over breakpoint 2: unknown key \"above\", expected one of \"from\", \"share\".\n\
             s.toml:81: contract \"noord\", task, corridor, over breakpoint 2: no key \"from\", expected a percentage in quotes, such as \"8.5%\".\n  \
                 The deviation, in percent of the lump sum.",
        ),
        (
            "of = \"monthly-part\"",
            "of = \"settled\"",
            "s.toml:83: contract \"noord\", task, penalty 1: the key \"month\" beside of = \"settled\", expected no such key.\n  \
                 \"month\" goes with of = \"monthly-part\".",
        ),
        (
            "reason = ",
            "reden = ",
            "s.toml:83: contract \"noord\", task, penalty 1: unknown key \"reden\", expected one of \"reason\", \"year\", \"percent\", \"of\", \"month\".\n\
             s.toml:83: contract \"noord\", task, penalty 1: no key \"reason\", expected text in quotes.\n  \
                 What for.",
        ),
        (
            "begun = \"begun\"",
            "began = \"begun\"",
            "s.toml:115: volumes \"2026\": unknown key \"began\", expected one of \"id\", \"file\", \"source\", \"party\", \"provider\", \"product\", \"delivered\", \"volume\", \"begun\", \"number\", \"credits\", \"moments\", \"ignore\", \"notation\".\n  \
                 Did you mean \"begun\"?\n\
             volumes.csv:2: volumes \"2026\": the column \"begun\" is not named, expected a column of the volumes.\n  \
                 Name it in the section, or leave it out with ignore = [\"begun\"].",
        ),
        (
            // a column of the file that is not named
            "credited,started,ended,remark",
            "credited,started,ended,remarks",
            "s.toml:119: volumes \"2026\", ignore: no column \"remark\", expected one of \"code\", \"who\", \"what\", \"day\", \"begun\", \"volume\", \"line\", \"credited\", \"started\", \"ended\", \"remarks\".\n  \
                 Did you mean \"remarks\"?\n\
             volumes.csv:2: volumes \"2026\": the column \"remarks\" is not named, expected a column of the volumes.\n  \
                 Name it in the section, or leave it out with ignore = [\"remarks\"].",
        ),
        (
            "credits = \"credited\"\n",
            "",
            "volumes.csv:2: volumes \"2026\": the column \"credited\" is not named, expected a column of the volumes.\n  \
                 Name it in the section, or leave it out with ignore = [\"credited\"].",
        ),
        (
            "moments = [\"started\", \"ended\"]\n",
            "",
            "volumes.csv:2: volumes \"2026\": the column \"started\" is not named, expected a column of the volumes.\n  \
                 Name it in the section, or leave it out with ignore = [\"started\"].\n\
             volumes.csv:2: volumes \"2026\": the column \"ended\" is not named, expected a column of the volumes.\n  \
                 Name it in the section, or leave it out with ignore = [\"ended\"].",
        ),
        (
            "ignore = [\"remark\"]\n",
            "",
            "volumes.csv:2: volumes \"2026\": the column \"remark\" is not named, expected a column of the volumes.\n  \
                 Name it in the section, or leave it out with ignore = [\"remark\"].",
        ),
        (
            "tariff_times",
            "tarif_times",
            "s.toml:126: case \"all-task\", leakage: unknown key \"tarif_times\", expected one of \"share\", \"to\", \"tariff_times\", \"cost_times\".\n  \
                 Did you mean \"tariff_times\"?",
        ),
        (
            "cost_price = \"5%\"",
            "costs = \"5%\"",
            "s.toml:132: shock \"dearer\": no key \"volume\" or \"cost_price\" or \"tariff\", expected one of them.\n\
             s.toml:134: shock \"dearer\": unknown key \"costs\", expected one of \"id\", \"volume\", \"cost_price\", \"tariff\".",
        ),
        (
            "per_result = 20",
            "per_results = 20",
            "s.toml:136: administration: no key \"per_result\", expected a number, such as 1000 or \"0.1\".\n  \
                 For establishing a result of care by output, at each moment at which a part of its price is paid.\n\
             s.toml:138: administration: unknown key \"per_results\", expected one of \"per_invoice_line\", \"per_result\", \"per_month\".\n  \
                 Did you mean \"per_result\"?",
        ),
        (
            "output = 60",
            "outputs = 60",
            "s.toml:139: administration, per_month: unknown key \"outputs\", expected one of \"effort\", \"output\", \"task\".\n  \
                 Did you mean \"output\"?\n\
             s.toml:139: administration, per_month: no key \"output\", expected a number, such as 1000 or \"0.1\".\n  \
                 By output.",
        ),
        (
            "[administration]",
            "[administratie]",
            "s.toml:136: unknown key \"administratie\", expected one of \"format\", \"rules\", \"scenario\", \"source\", \"table\", \"budget\", \"derivation\", \"schedule\", \"identity\", \"parties\", \"series\", \"key\", \"pool\", \"alternative\", \"product\", \"contract\", \"volumes\", \"case\", \"shock\", \"administration\".\n  \
                 Did you mean \"administration\"?",
        ),
        (
            "[[shock]]\nid = \"more\"",
            "[[schok]]\nid = \"more\"",
            "s.toml:128: unknown key \"schok\", expected one of \"format\", \"rules\", \"scenario\", \"source\", \"table\", \"budget\", \"derivation\", \"schedule\", \"identity\", \"parties\", \"series\", \"key\", \"pool\", \"alternative\", \"product\", \"contract\", \"volumes\", \"case\", \"shock\", \"administration\".",
        ),
    ];
    check(Kind::UnknownKey, &cases);
}

#[test]
fn what_stands_there_twice() {
    let cases = [
        (
            "id = \"verblijf\"",
            "id = \"begeleiding\"",
            "s.toml:48: product \"begeleiding\": a second section with the id \"begeleiding\", expected every id once.\n\
             s.toml:72: contract \"noord\", product \"verblijf\", product: no product \"verblijf\", expected \"begeleiding\".\n\
             volumes.csv:6: volumes \"2026\", column \"what\": no product \"verblijf\", expected \"begeleiding\".",
        ),
        (
            "id = \"zuid\"",
            "id = \"noord\"",
            "s.toml:85: contract \"noord\": a second section with the id \"noord\", expected every id once.",
        ),
        (
            "id = \"dearer\"",
            "id = \"more\"",
            "s.toml:132: shock \"more\": a second section with the id \"more\", expected every id once.",
        ),
        (
            "[[case]]\nid = \"all-task\"\n",
            "[[case]]\nid = \"all-task\"\nvariant = \"effort-based\"\n[[case]]\nid = \"all-task\"\n",
            "s.toml:124: case \"all-task\": a second section with the id \"all-task\", expected every id once.",
        ),
        (
            "id = \"all-task\"",
            "id = \"contracted\"",
            "s.toml:122: case \"contracted\", id: the id \"contracted\", which stands for the contracts as they are, expected another id.",
        ),
        (
            "[\"De Zijlen\"]",
            "[\"De Zijlen\", \"De Zijlen\"]",
            "s.toml:58: contract \"noord\", subcontractors: the subcontractor \"De Zijlen\" a second time, expected every name once.",
        ),
        (
            "product = \"verblijf\"\nvariant = \"task-based\"",
            "product = \"begeleiding\"\nvariant = \"effort-based\"",
            "s.toml:71: contract \"noord\", product \"begeleiding\": the product \"begeleiding\" a second time, expected every product once.",
        ),
        (
            "2027-01-01 = \"91.5825\"",
            "2026-01-01 = \"91.5825\"",
            "s.toml:66: a key or section that already stands there, expected every key once.",
        ),
        (
            "{ 2023 = 900000, 2024 = 940000 }",
            "{ 2023 = 900000, 2023 = 940000 }",
            "s.toml:94: a key or section that already stands there, expected every key once.",
        ),
        (
            "name = \"12-17\"",
            "name = \"0-11\"",
            "s.toml:104: contract \"vrij\", task, year 2026, basis \"capitation\": two groups \"0-11\", expected every name once.",
        ),
        (
            "{ band = \"5%\", share = \"50%\" }",
            "{ band = \"5%\", share = \"50%\", under = [] }",
            "s.toml:95: contract \"zuid\", task, corridor: 2 of the keys \"band\" or \"under\", expected only one of them.",
        ),
        (
            "volume = \"10%\"",
            "volume = \"10%\"\ntariff = \"2%\"",
            "s.toml:128: shock \"more\": 2 of the keys \"volume\" or \"tariff\", expected only one of them.",
        ),
        (
            "contracts = [\"noord\"]",
            "contracts = [\"noord\", \"noord\"]",
            "s.toml:124: case \"all-task\", contracts: contract \"noord\" a second time, expected every name once.",
        ),
        (
            "[\"started\", \"ended\"]",
            "[\"started\", \"ended\", \"ended\"]",
            "s.toml:118: volumes \"2026\", moments: column \"ended\" a second time, expected every name once.",
        ),
    ];
    check(Kind::Duplicate, &cases);
}

#[test]
fn names_that_nothing_carries() {
    let cases = [
        (
            "unit = \"minute\"",
            "unit = \"minutes\"",
            "s.toml:45: product \"begeleiding\", unit: \"minutes\", expected one of \"minute\", \"hour\", \"day-and-night\", \"day-part\", \"piece-of-output\", \"euro\", \"piece-of-effort\".\n  \
                 Did you mean \"minute\"?",
        ),
        (
            "frequency = \"total\"",
            "frequency = \"totaal\"",
            "s.toml:53: product \"verblijf\", frequency: \"totaal\", expected one of \"per-day\", \"per-week\", \"per-month\", \"total\".\n  \
                 Did you mean \"total\"?",
        ),
        (
            "product = \"verblijf\"",
            "product = \"verblijven\"",
            "s.toml:72: contract \"noord\", product \"verblijven\", product: no product \"verblijven\", expected one of \"begeleiding\", \"verblijf\".\n  \
                 Did you mean \"verblijf\"?",
        ),
        (
            "variant = \"effort-based\"",
            "variant = \"inspanningsgericht\"",
            "s.toml:64: contract \"noord\", product \"begeleiding\", variant: \"inspanningsgericht\", expected one of \"effort-based\", \"output-based\", \"task-based\".",
        ),
        (
            "unit = \"piece-of-output\"",
            "unit = \"82\"",
            "s.toml:90: contract \"zuid\", product \"begeleiding\", unit: \"82\", expected one of \"minute\", \"hour\", \"day-and-night\", \"day-part\", \"piece-of-output\", \"euro\", \"piece-of-effort\".",
        ),
        (
            "basis = \"per-hour-in-minutes\"",
            "basis = \"per-hour\"",
            "s.toml:65: contract \"noord\", product \"begeleiding\", basis: \"per-hour\", expected one of \"per-unit\", \"per-hour-in-minutes\".",
        ),
        (
            "beyond = \"new-care\"",
            "beyond = \"new\"",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceiling \"2027\", beyond: \"new\", expected one of \"shared\", \"new-care\".",
        ),
        (
            "basis = \"agreed\"",
            "basis = \"agreement\"",
            "s.toml:77: contract \"noord\", task, basis: \"agreement\", expected one of \"agreed\", \"historic-turnover\", \"capitation\".",
        ),
        (
            "mode = \"half-up\"",
            "mode = \"halfup\"",
            "s.toml:79: contract \"noord\", task, rounding, mode: \"halfup\", expected one of \"half-up\", \"half-even\", \"half-down\", \"up\", \"down\", \"floor\", \"ceiling\", \"exact\".\n  \
                 Did you mean \"half-up\"?",
        ),
        (
            "key = \"youths\"\npenalties",
            "key = \"youth\"\npenalties",
            "s.toml:82: contract \"noord\", task, key: no key \"youth\", expected \"youths\".\n  \
                 Did you mean \"youths\"?",
        ),
        (
            // a task is no pool
            "key = \"youths\"\npenalties",
            "key = \"contribution\"\npenalties",
            "s.toml:82: contract \"noord\", task, key: no key \"contribution\", expected \"youths\".",
        ),
        (
            "of = \"monthly-part\"",
            "of = \"month\"",
            "s.toml:83: contract \"noord\", task, penalty 1, of: \"month\", expected one of \"lump-sum\", \"monthly-part\", \"settled\".",
        ),
        (
            "file = \"volumes.csv\"\nsource = \"s\"",
            "file = \"volumes.csv\"\nsource = \"t\"",
            "s.toml:109: volumes \"2026\", source: no source \"t\", expected \"s\".\n  \
                 Did you mean \"s\"?",
        ),
        (
            "provider = \"who\"",
            "provider = \"provider\"",
            "s.toml:111: volumes \"2026\", provider: no column \"provider\", expected one of \"code\", \"who\", \"what\", \"day\", \"begun\", \"volume\", \"line\", \"credited\", \"started\", \"ended\", \"remark\".",
        ),
        (
            "begun = \"begun\"",
            "begun = \"began\"",
            "s.toml:115: volumes \"2026\", begun: no column \"began\", expected one of \"code\", \"who\", \"what\", \"day\", \"begun\", \"volume\", \"line\", \"credited\", \"started\", \"ended\", \"remark\".\n  \
                 Did you mean \"begun\"?",
        ),
        (
            "number = \"line\"",
            "number = \"lines\"",
            "s.toml:116: volumes \"2026\", number: no column \"lines\", expected one of \"code\", \"who\", \"what\", \"day\", \"begun\", \"volume\", \"line\", \"credited\", \"started\", \"ended\", \"remark\".\n  \
                 Did you mean \"line\"?",
        ),
        (
            "credits = \"credited\"",
            "credits = \"credit\"",
            "s.toml:117: volumes \"2026\", credits: no column \"credit\", expected one of \"code\", \"who\", \"what\", \"day\", \"begun\", \"volume\", \"line\", \"credited\", \"started\", \"ended\", \"remark\".\n  \
                 Did you mean \"credited\"?",
        ),
        (
            "ignore = [\"remark\"]",
            "ignore = [\"remark\"]\nnotation = \"nl\"",
            "s.toml:120: volumes \"2026\", notation: \"nl\", expected one of \"plain\", \"dutch\", \"either\".",
        ),
        (
            "[\"started\", \"ended\"]",
            "[\"started\", \"end\"]",
            "s.toml:118: volumes \"2026\", moments: no column \"end\", expected one of \"code\", \"who\", \"what\", \"day\", \"begun\", \"volume\", \"line\", \"credited\", \"started\", \"ended\", \"remark\".",
        ),
        (
            "GM0005,Elker,verblijf",
            "GM0006,Elker,verblijf",
            "volumes.csv:6: volumes \"2026\", column \"code\": no party \"GM0006\", expected one of \"GM0005\", \"GM0053\".\n  \
                 Did you mean \"GM0005\"?",
        ),
        (
            "GM0005,Elker,verblijf",
            "GM0005,Elkers,verblijf",
            "volumes.csv:6: volumes \"2026\", column \"who\": no provider \"Elkers\", expected one of \"De Zijlen\", \"Elker\", \"Molendrift\", \"Vrij\".\n  \
                 Did you mean \"Elker\"?",
        ),
        (
            "GM0005,Elker,verblijf",
            "GM0005,Elker,verblijv",
            "volumes.csv:6: volumes \"2026\", column \"what\": no product \"verblijv\", expected one of \"begeleiding\", \"verblijf\".\n  \
                 Did you mean \"verblijf\"?",
        ),
        (
            "contracts = [\"noord\"]",
            "contracts = [\"noorden\"]",
            "s.toml:124: case \"all-task\", contracts: no contract \"noorden\", expected one of \"noord\", \"vrij\", \"zuid\".\n  \
                 Did you mean \"noord\"?",
        ),
        (
            "segments = [\"2\"]",
            "segments = [\"3\"]",
            "s.toml:125: case \"all-task\", segments: no segment \"3\", expected one of \"1\", \"2\".\n  \
                 Did you mean \"1\"?",
        ),
        (
            "to = \"vrij\"",
            "to = \"Vrij\"",
            "s.toml:126: case \"all-task\", leakage, to: no contract \"Vrij\", expected one of \"noord\", \"vrij\", \"zuid\".\n  \
                 Did you mean \"vrij\"?",
        ),
    ];
    check(Kind::UnknownName, &cases);
}

#[test]
fn values_of_another_type() {
    let cases = [
        (
            "code = \"45A04\"",
            "code = 45004",
            "s.toml:43: product \"begeleiding\", code: the number 45004, expected text in quotes.",
        ),
        (
            "segment = \"2\"\nunit",
            "segment = 2\nunit",
            "s.toml:44: product \"begeleiding\", segment: the number 2, expected text in quotes.\n\
             s.toml:125: case \"all-task\", segments: no segment \"2\", expected \"1\".\n  \
                 Did you mean \"1\"?",
        ),
        (
            "unit = \"minute\"",
            "unit = 1",
            "s.toml:45: product \"begeleiding\", unit: the number 1, expected one of \"minute\", \"hour\", \"day-and-night\", \"day-part\", \"piece-of-output\", \"euro\", \"piece-of-effort\".",
        ),
        (
            "provider = \"Elker\"",
            "provider = [\"Elker\"]",
            "s.toml:57: contract \"noord\", provider: a list, expected text in quotes.\n\
             volumes.csv:3: volumes \"2026\", column \"who\": no provider \"Elker\", expected one of \"De Zijlen\", \"Molendrift\", \"Vrij\".\n\
             volumes.csv:6: volumes \"2026\", column \"who\": no provider \"Elker\", expected one of \"De Zijlen\", \"Molendrift\", \"Vrij\".",
        ),
        (
            "subcontractors = [\"De Zijlen\"]",
            "subcontractors = \"De Zijlen\"",
            "s.toml:58: contract \"noord\", subcontractors: \"De Zijlen\", expected a list of texts, such as [\"vws\", \"zvw\"].\n\
             volumes.csv:4: volumes \"2026\", column \"who\": no provider \"De Zijlen\", expected one of \"Elker\", \"Molendrift\", \"Vrij\".\n\
             volumes.csv:5: volumes \"2026\", column \"who\": no provider \"De Zijlen\", expected one of \"Elker\", \"Molendrift\", \"Vrij\".",
        ),
        (
            "from = \"2026-01-01\"\nto = 2027-12-31",
            "from = 2026\nto = 2027-12-31",
            "s.toml:59: contract \"noord\", from: the number 2026, expected a date in quotes, such as \"2026-01-01\".",
        ),
        (
            "products = [{ product = \"begeleiding\", variant = \"task-based\" }]",
            "products = [\"begeleiding\"]",
            "s.toml:103: contract \"vrij\", product 1: \"begeleiding\", expected one section of keys.",
        ),
        (
            "products = [{ product = \"begeleiding\", variant = \"task-based\" }]",
            "products = \"begeleiding\"",
            "s.toml:103: contract \"vrij\", products: \"begeleiding\", expected sections in double brackets, such as [[table]].",
        ),
        (
            "tariffs = { \"2026-01-01\" = 250 }",
            "tariffs = 250",
            "s.toml:74: contract \"noord\", product \"verblijf\", tariffs: the number 250, expected days with numbers, such as { \"2026-01-01\" = \"87.30\" }.",
        ),
        (
            "{ \"2026-01-01\" = 250 }",
            "{ \"2026-01-01\" = [250] }",
            "s.toml:74: contract \"noord\", product \"verblijf\", tariff \"2026-01-01\": a list, expected a number, such as 1000 or \"0.1\".",
        ),
        (
            "cost_price = \"80.15\"",
            "cost_price = true",
            "s.toml:67: contract \"noord\", product \"begeleiding\", cost_price: true, expected a number, such as 1000 or \"0.1\".",
        ),
        (
            "result = { prices = { \"2026-01-01\" = 2400 }, start = \"30%\", milestones = [\"40%\"], end = \"30%\" }",
            "result = 2400",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result: the number 2400, expected one section of keys.",
        ),
        (
            "prices = { \"2026-01-01\" = 2400 }",
            "prices = 2400",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result, prices: the number 2400, expected days with numbers, such as { \"2026-01-01\" = \"87.30\" }.",
        ),
        (
            "start = \"30%\"",
            "start = 0.3",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result, start: the number 0.3, expected a percentage in quotes, such as \"8.5%\".\n  \
                 Write \"0.3%\".",
        ),
        (
            "[\"40%\"]",
            "\"40%\"",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result, milestones: \"40%\", expected a list of percentages, such as [\"40%\"].",
        ),
        (
            "[\"40%\"]",
            "[40]",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result, milestones: the number 40, expected a percentage in quotes, such as \"8.5%\".\n  \
                 Write \"40%\".",
        ),
        (
            "ceilings = { 2026 = { amount = 1000000, beyond = \"shared\", provider_share = \"100%\" }, 2027 = { amount = 1100000, beyond = \"new-care\" } }",
            "ceilings = 1000000",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceilings: the number 1000000, expected years with sections of keys, such as { 2026 = { amount = 1000, beyond = \"new-care\" } }.",
        ),
        (
            "{ amount = 1100000, beyond = \"new-care\" }",
            "1100000",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceiling \"2027\": the number 1100000, expected one section of keys.",
        ),
        (
            "amount = 10000000",
            "amount = [10000000]",
            "s.toml:78: contract \"noord\", task, amount: a list, expected a number, such as 1000 or \"0.1\".",
        ),
        (
            "turnover = { 2023 = 900000, 2024 = 940000 }",
            "turnover = 920000",
            "s.toml:94: contract \"zuid\", task, turnover: the number 920000, expected years with numbers, such as { 2026 = 1000 }.",
        ),
        (
            "groups = [{ name = \"0-11\", rate = \"412.505\", persons = \"1385\" }, { name = \"12-17\", rate = 980, persons = \"826.5\" }]",
            "groups = 3",
            "s.toml:104: contract \"vrij\", task, groups: the number 3, expected sections in double brackets, such as [[table]].",
        ),
        (
            "rounding = { mode = \"half-up\", unit = 1 }",
            "rounding = \"half-up\"",
            "s.toml:79: contract \"noord\", task, rounding: \"half-up\", expected one section of keys.",
        ),
        (
            "years = [{ year = 2027, index = \"4.91%\", volume_norm = \"-1.5%\", mutations = { verblijf = 250000 } }]",
            "years = [2027]",
            "s.toml:80: contract \"noord\", task, year 1: the number 2027, expected one section of keys.",
        ),
        (
            "year = 2027",
            "year = \"2027\"",
            "s.toml:80: contract \"noord\", task, year \"2027\", year: \"2027\", expected a year without quotes, such as 2015.",
        ),
        (
            "volume_norm = \"-1.5%\"",
            "volume_norm = -1.5",
            "s.toml:80: contract \"noord\", task, year 2027, volume_norm: the number -1.5, expected a percentage in quotes, such as \"8.5%\".\n  \
                 Write \"-1.5%\".",
        ),
        (
            "mutations = { verblijf = 250000 }",
            "mutations = 250000",
            "s.toml:80: contract \"noord\", task, year 2027, mutations: the number 250000, expected names with numbers, such as { Bedum = 3 }.",
        ),
        (
            "corridor = { band = \"5%\", share = \"50%\" }",
            "corridor = \"5%\"",
            "s.toml:95: contract \"zuid\", task, corridor: \"5%\", expected one section of keys.",
        ),
        (
            "under = [{ from = \"5%\", share = \"50%\" }]",
            "under = { from = \"5%\", share = \"50%\" }",
            "s.toml:81: contract \"noord\", task, corridor, under: a section of keys, expected sections in double brackets, such as [[table]].",
        ),
        (
            "month = 3",
            "month = \"maart\"",
            "s.toml:83: contract \"noord\", task, penalty 1, month: \"maart\", expected a whole number without quotes, such as 3.",
        ),
        (
            "month = 3",
            "month = 3.5",
            "s.toml:83: contract \"noord\", task, penalty 1, month: the number 3.5, expected a whole number without quotes, such as 3.",
        ),
        (
            "title = \"Ambulante begeleiding\"",
            "title = 1",
            "s.toml:42: product \"begeleiding\", title: the number 1, expected text in quotes.",
        ),
        (
            "file = \"volumes.csv\"",
            "file = [\"volumes.csv\"]",
            "s.toml:108: volumes \"2026\", file: a list, expected text in quotes.",
        ),
        (
            "delivered = \"day\"",
            "delivered = 4",
            "s.toml:113: volumes \"2026\", delivered: the number 4, expected text in quotes.",
        ),
        (
            "moments = [\"started\", \"ended\"]",
            "moments = \"ended\"",
            "s.toml:118: volumes \"2026\", moments: \"ended\", expected a list of texts, such as [\"vws\", \"zvw\"].",
        ),
        (
            "leakage = { share = \"8%\", to = \"vrij\", tariff_times = \"1.1\", cost_times = 1 }",
            "leakage = \"8%\"",
            "s.toml:126: case \"all-task\", leakage: \"8%\", expected one section of keys.",
        ),
        (
            "cost_times = 1",
            "cost_times = true",
            "s.toml:126: case \"all-task\", leakage, cost_times: true, expected a number, such as 1000 or \"0.1\".",
        ),
        (
            "volume = \"10%\"",
            "volume = 10",
            "s.toml:130: shock \"more\", volume: the number 10, expected a percentage in quotes, such as \"8.5%\".\n  \
                 Write \"10%\".",
        ),
        (
            "per_month = { effort = 100, output = 60, task = 40 }",
            "per_month = 100",
            "s.toml:139: administration, per_month: the number 100, expected one section of keys.",
        ),
    ];
    check(Kind::WrongType, &cases);
}

#[test]
fn what_cannot_be_read() {
    let cases = [
        (
            "code = \"45A04\"",
            "code = \"45a04\"",
            "s.toml:43: product \"begeleiding\", code: \"45a04\", expected a product code such as 45A04.\n  \
                 A code is five capitals or digits; the first two are the digits of its category.",
        ),
        (
            "id = \"verblijf\"",
            "id = \"Verblijf\"",
            "s.toml:49: product \"Verblijf\", id: \"Verblijf\", expected a name in quotes, such as \"bmwe-2015\".\n  \
                 A name has lower-case letters, digits, \"-\" and \"_\" only.\n\
             s.toml:72: contract \"noord\", product \"verblijf\", product: no product \"verblijf\", expected one of \"Verblijf\", \"begeleiding\".\n  \
                 Did you mean \"Verblijf\"?\n\
             volumes.csv:6: volumes \"2026\", column \"what\": no product \"verblijf\", expected one of \"Verblijf\", \"begeleiding\".\n  \
                 Did you mean \"Verblijf\"?",
        ),
        (
            "from = \"2026-01-01\"\nto = 2027-12-31",
            "from = \"1-1-2026\"\nto = 2027-12-31",
            "s.toml:59: contract \"noord\", from: \"1-1-2026\", expected a date such as 2025-10-07.\n  \
                 Write year, month and day, with all digits and - between them.",
        ),
        (
            // a moment of a day is no day
            "to = 2027-12-31",
            "to = 2027-12-31T23:59:59",
            "s.toml:60: contract \"noord\", to: \"2027-12-31T23:59:59\", expected a date such as 2025-10-07.\n  \
                 Write year, month and day, with all digits and - between them.",
        ),
        (
            "{ \"2026-01-01\" = 250 }",
            "{ 2026 = 250 }",
            "s.toml:74: contract \"noord\", product \"verblijf\", tariff \"2026\": \"2026\", expected a date such as 2025-10-07.\n  \
                 Write year, month and day, with all digits and - between them.",
        ),
        (
            "{ \"2026-01-01\" = 250 }",
            "{ \"2026-01-01\" = \"€ 250\" }",
            "s.toml:74: contract \"noord\", product \"verblijf\", tariff \"2026-01-01\": \"€ 250\", expected a number such as -1234.56.\n  \
                 This is an amount, not a number.",
        ),
        (
            "cost_price = \"80.15\"",
            "cost_price = \"80,15\"",
            "s.toml:67: contract \"noord\", product \"begeleiding\", cost_price: \"80,15\", expected a number such as -1234.56.\n  \
                 Write 80.15.",
        ),
        (
            "\"2026-01-01\" = 2400 }",
            "\"2026-1-1\" = 2400 }",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result, price \"2026-1-1\": \"2026-1-1\", expected a date such as 2025-10-07.\n  \
                 Write year, month and day, with all digits and - between them.",
        ),
        (
            "2027 = { amount = 1100000",
            "\"volgend jaar\" = { amount = 1100000",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceiling \"volgend jaar\": \"volgend jaar\", expected a year such as 2015.",
        ),
        (
            "amount = 1000000,",
            "amount = \"1.000.000\",",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceiling \"2026\", amount: \"1.000.000\", expected an amount such as -1234.56.\n  \
                 Write 1000000.",
        ),
        (
            "2023 = 900000",
            "23 = 900000",
            "s.toml:94: contract \"zuid\", task, turnover \"23\": \"23\", expected a year such as 2015.\n  \
                 Write all four digits.",
        ),
        (
            "persons = \"826.5\"",
            "persons = \"about 826\"",
            "s.toml:104: contract \"vrij\", task, group \"12-17\", persons: \"about 826\", expected a number such as -1234.56.",
        ),
        (
            "index = \"4.91%\"",
            "index = \"4.91\"",
            "s.toml:80: contract \"noord\", task, year 2027, index: \"4.91\", expected a percentage such as 8.5%.\n  \
                 Write 4.91%.",
        ),
        (
            "GM0005,Elker,verblijf",
            "Bedum,Elker,verblijf",
            "volumes.csv:6: volumes \"2026\", column \"code\": \"Bedum\", expected a municipality code such as GM0005.\n  \
                 A code is four digits, with or without GM before them.",
        ),
        (
            "verblijf,2026-03-31",
            "verblijf,31-3-2026",
            "volumes.csv:6: volumes \"2026\", column \"day\": \"31-3-2026\", expected a date such as 2025-10-07.\n  \
                 Write year, month and day, with all digits and - between them.",
        ),
        (
            "2026-02-28,2026-01-05,150",
            "2026-02-28,5 jan,150",
            "volumes.csv:4: volumes \"2026\", column \"begun\": \"5 jan\", expected a date such as 2025-10-07.\n  \
                 Write year, month and day, with all digits and - between them.",
        ),
        (
            ",,31.0,",
            ",,x,",
            "volumes.csv:6: volumes \"2026\", column \"volume\": \"x\", expected a number such as -1234.56.",
        ),
        (
            ",,31.0,,,0,1,",
            ",,31.0,,,0,ja,",
            "volumes.csv:6: volumes \"2026\", column \"ended\": \"ja\", expected a number such as -1234.56.",
        ),
        (
            "tariff_times = \"1.1\"",
            "tariff_times = \"110%\"",
            "s.toml:126: case \"all-task\", leakage, tariff_times: \"110%\", expected a number such as -1234.56.\n  \
                 This is a percentage, not a number.",
        ),
    ];
    check(Kind::Unreadable, &cases);
}

#[test]
fn what_lies_out_of_range() {
    let cases = [
        (
            "to = 2027-12-31",
            "to = 2025-12-31",
            "s.toml:60: contract \"noord\", to: a period from 2026-01-01 to 2025-12-31, expected a last day that is not before the first.",
        ),
        (
            "from = \"2026-01-01\"\nto = 2027-12-31",
            "from = \"2026-02-30\"\nto = 2027-12-31",
            "s.toml:59: contract \"noord\", from: day 30 of month 2 of 2026, expected a day of the calendar.",
        ),
        (
            "{ \"2026-01-01\" = 250 }",
            "{ \"2026-01-01\" = -250 }",
            "s.toml:74: contract \"noord\", product \"verblijf\", tariff \"2026-01-01\": a tariff of -250.00, expected a tariff of 0 or more.",
        ),
        (
            "start = \"30%\", milestones = [\"40%\"]",
            "start = \"-30%\", milestones = [\"100%\"]",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result: a part of -30%, expected parts from 0% to 100%.",
        ),
        (
            "amount = 10000000\n",
            "amount = -1\n",
            "s.toml:76: contract \"noord\", task, year 2026, basis \"agreed\": an agreed amount of -1, expected 0 or more.",
        ),
        (
            "rate = 980",
            "rate = -980",
            "s.toml:104: contract \"vrij\", task, year 2026, basis \"capitation\", group \"12-17\": a rate of -980, expected 0 or more.",
        ),
        (
            // a year is skipped
            "year = 2027",
            "year = 2028",
            "s.toml:80: contract \"noord\", task, year 2028: it stands behind 2026, expected years that follow each other.",
        ),
        (
            "volume_norm = \"-1.5%\"",
            "volume_norm = \"-101%\"",
            "s.toml:80: contract \"noord\", task, year 2027: a volume norm of -101%, expected -100% or more.",
        ),
        (
            "{ from = \"8%\", share = \"80%\" }",
            "{ from = \"2%\", share = \"80%\" }",
            "s.toml:81: contract \"noord\", task, corridor, side \"over\", breakpoint 2: a breakpoint at 2% after 3%, expected breakpoints that rise.",
        ),
        (
            "{ band = \"5%\", share = \"50%\" }",
            "{ band = \"5%\", share = \"150%\" }",
            "s.toml:95: contract \"zuid\", task, corridor, side \"over\", breakpoint 1: a share of 150%, expected a share from 0% to 100%.",
        ),
        (
            "month = 3",
            "month = 13",
            "s.toml:83: contract \"noord\", task, penalty 1, month: month 13 of 2026, expected a month from 1 to 12.",
        ),
        (
            "month = 3",
            "month = 300",
            "s.toml:83: contract \"noord\", task, penalty 1, month: month 300 of 2026, expected a month from 1 to 12.",
        ),
        (
            "verblijf,2026-03-31",
            "verblijf,2026-02-31",
            "volumes.csv:6: volumes \"2026\", column \"day\": day 31 of month 2 of 2026, expected a day of the calendar.",
        ),
    ];
    check(Kind::OutOfRange, &cases);
}

#[test]
fn parts_that_do_not_add_up() {
    let cases = [(
        "milestones = [\"40%\"]",
        "milestones = [\"30%\"]",
        "s.toml:68: contract \"noord\", product \"begeleiding\", result: the parts of the price add up to 90%, expected 100%.",
    )];
    check(Kind::ScheduleSum, &cases);
}

#[test]
fn rounding_to_nothing() {
    let cases = [(
        "unit = 1 }",
        "unit = 0 }",
        "s.toml:79: contract \"noord\", task, rounding, unit: a rounding unit of 0.00, expected a unit of at least 0.01.",
    )];
    check(Kind::Unit, &cases);
}

#[test]
fn what_would_lose_digits() {
    let cases = [
        (
            // a volume is whole
            ",,31.0,",
            ",,31.5,",
            "volumes.csv:6: volumes \"2026\", column \"volume\": \"31.5\", expected a whole number.\n  \
                 Declare in a finer unit, such as minutes for hours, and cents for euros.",
        ),
        (
            ",,31.0,,,0,1,",
            ",,31.0,,,0,0.5,",
            "volumes.csv:6: volumes \"2026\", column \"ended\": \"0.5\", expected a whole number.\n  \
                 Trajectories are counted: 0, 1 or more came to this moment.",
        ),
        (
            "2024 = 940000",
            "2024 = \"940000.005\"",
            "s.toml:94: contract \"zuid\", task, turnover \"2024\": \"940000.005\", which is not a whole number of cents, expected an amount of at most two decimals.\n  \
                 Reading never rounds. Round the amount first, at a step that you name.",
        ),
        (
            "\"2026-01-01\" = 2400 }",
            "\"2026-01-01\" = \"2400.001\" }",
            "s.toml:68: contract \"noord\", product \"begeleiding\", result, price \"2026-01-01\": \"2400.001\", which is not a whole number of cents, expected an amount of at most two decimals.\n  \
                 Reading never rounds. Round the amount first, at a step that you name.",
        ),
        (
            "verblijf = 250000",
            "verblijf = 0.125",
            "s.toml:80: contract \"noord\", task, year 2027, mutation \"verblijf\": \"0.125\", which is not a whole number of cents, expected an amount of at most two decimals.\n  \
                 Reading never rounds. Round the amount first, at a step that you name.",
        ),
        (
            "amount = 1100000",
            "amount = 1100000.125",
            "s.toml:69: contract \"noord\", product \"begeleiding\", ceiling \"2027\", amount: \"1100000.125\", which is not a whole number of cents, expected an amount of at most two decimals.\n  \
                 Reading never rounds. Round the amount first, at a step that you name.",
        ),
        (
            "per_invoice_line = \"3.50\"",
            "per_invoice_line = \"3.505\"",
            "s.toml:137: administration, per_invoice_line: \"3.505\", which is not a whole number of cents, expected an amount of at most two decimals.\n  \
                 Reading never rounds. Round the amount first, at a step that you name.",
        ),
        (
            "effort = 100",
            "effort = 0.001",
            "s.toml:139: administration, per_month, effort: \"0.001\", which is not a whole number of cents, expected an amount of at most two decimals.\n  \
                 Reading never rounds. Round the amount first, at a step that you name.",
        ),
    ];
    check(Kind::Inexact, &cases);
}

#[test]
fn what_does_not_fit() {
    let cases = [(
        ",,31.0,",
        ",,9223372036854775808,",
        "volumes.csv:6: volumes \"2026\", column \"volume\": the number 9223372036854775808 does not fit, expected a whole number of 63 bits.",
    )];
    check(Kind::Overflow, &cases);
}
