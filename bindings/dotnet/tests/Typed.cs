using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Taakgericht;

/// <summary>Calls with numbers, and their failures; prints how many were as expected.</summary>
public static class Typed
{
    private static int passed;

    public static void Main(string[] arguments)
    {
        Versions();
        Decimals();
        Plans();
        Batches();
        Threads();
        Runs();
        Failures();
        Tables();
        Waterfalls();
        Efforts();
        Tasks();
        Pools();
        Reconciliations();
        Operations();
        Scenarios(arguments[0]);
        Console.WriteLine(passed + " as expected");
    }

    private static void Versions()
    {
        Equal(Library.Version.Split('.').Length, 3);
        Equal(Library.RulesVersion, 1);
    }

    private static void Decimals()
    {
        Equal(Amounts.Parse("€ 1.234,56", Notation.Dutch), 1234.56m);
        Equal(Amounts.Format(-1234.5m), "-1234.50");
        Equal(Amounts.Format(Amounts.Euros(long.MaxValue), Notation.Dutch), "92.233.720.368.547.758,07");
        Equal(Amounts.Cents(-0.01m), -1L);
        Equal(Amounts.Cents(decimal.Negate(0.00m)), 0L);
        Equal(Amounts.Cents(1.2300000000000000000000000000m), 123L);
        Equal(decimal.GetBits(Amounts.Euros(-100)).SequenceEqual(new[] { 100, 0, 0, unchecked((int)0x80020000) }), true);
        Equal(Refused("TKG_E_AMBIGUOUS", () => Amounts.Parse("1.234", Notation.Either)).Kind, "ambiguous");
        Refused("TKG_E_INEXACT", () => Amounts.Cents(0.001m));
        Refused("TKG_E_OVERFLOW", () => Amounts.Cents(decimal.MaxValue));
        Refused("TKG_E_OVERFLOW", () => Amounts.Cents(92233720368547758.08m));
        // The least number of 64 bits says that there is no amount.
        Refused("TKG_E_OVERFLOW", () => Amounts.Cents(-92233720368547758.08m));
        Refused("TKG_E_MISSING", () => Amounts.Euros(Amounts.Missing));
        Refused("TKG_E_OVERFLOW", () => Amounts.Parse(new string('9', 100000)));
        Equal(string.Join(" ", Amounts.Instalments(1m, 3)), "0.33 0.34 0.33");
        Refused("TKG_E_ZERO_WEIGHTS", () => Amounts.Instalments(1m, 0));
        Refused("TKG_E_ARGUMENT", () => Amounts.Instalments(1m, -1));
    }

    private static void Plans()
    {
        var thirds = new Plan(new long[] { 1, 1, 1 });
        Equal(string.Join(" ", thirds.Divide(1m)), "0.34 0.33 0.33");
        Same(thirds.DivideCents(-100000000000), -33333333334, -33333333333, -33333333333);
        decimal?[] ceilings = { null, null, 0.30m };
        Equal(string.Join(" ", thirds.DivideBounded(1m, null, ceilings)), "0.35 0.35 0.30");
        Refused("TKG_E_BOUNDS", () => thirds.DivideBounded(1m, ceilings, new decimal?[] { 0, 0, 0 }));
        Thrown<ArgumentException>("1 bounds, expected 3", () => thirds.DivideBounded(1m, new decimal?[] { 1 }));
        thirds.Dispose();
        thirds.Dispose();
        Thrown<ObjectDisposedException>(() => thirds.DivideCents(1));
        using (var halves = new Plan(new[] { 0.5m, 0.500m }, new Split { Tie = Tie.Last, Unit = 1 }))
        {
            Equal(string.Join(" ", halves.Divide(3m)), "1.00 2.00");
            Refused("TKG_E_UNIT", () => halves.Divide(0.50m));
        }
        var youths = new Dictionary<string, long> { { "GM1663", 3 }, { "GM0005", 3 }, { "GM0053", 3 } };
        using (var byId = new Plan(youths)) Same(byId.DivideCents(100), 33, 34, 33);
        using (var byId = new Plan(youths.Reverse())) Same(byId.DivideCents(101), 34, 34, 33);
        Refused("TKG_E_DUPLICATE", () => new Plan(youths.Concat(youths)));
        Refused("TKG_E_TIE", () => new Plan(youths, new Split { Tie = Tie.Refuse }).DivideCents(1));
        using (var seats = new Plan(new long[] { 53, 24, 23 }, new Split { Method = Method.Webster }))
            Same(seats.DivideCents(10), 6, 2, 2);
    }

    private static void Batches()
    {
        using (var plan = new Plan(new long[] { 1, 2 }))
        {
            long[] rows = { 300, Amounts.Missing, 3 };
            Equal(Refused("TKG_E_MISSING", () => plan.DivideRows(rows)).Row, 1L);
            var status = new int[3];
            Same(plan.DivideRows(rows, status), 100, 200, Amounts.Missing, Amounts.Missing, 1, 2);
            Equal(string.Join(" ", status), "0 -22 0");
            long[][] columns = plan.DivideColumns(rows, status);
            Same(columns[0], 100, Amounts.Missing, 1);
            Same(columns[1], 200, Amounts.Missing, 2);
            Equal(plan.DivideRows(new long[0]).Length, 0);
            Thrown<ArgumentException>("2 statuses, expected 3", () => plan.DivideRows(rows, new int[2]));
        }
        Same(Plan.DivideRagged(new long[] { 10, 7 }, new long[] { 0, 2, 3 }, new long[] { 1, 1, 5 }), 5, 5, 7);
        Refused("TKG_E_ARGUMENT", () => Plan.DivideRagged(new long[] { 10, 7 }, new long[] { 0, 3, 2 }, new long[] { 1, 1, 5 }));
    }

    /// <summary>Eight threads share a plan; a token stops a run, and leaves others alone.</summary>
    private static void Threads()
    {
        using (var plan = new Plan(new long[] { 1, 1, 1 }))
        {
            long[] rows = Enumerable.Range(0, 5000).Select(row => (long)row).ToArray(), expected = plan.DivideRows(rows);
            ParallelQuery<int> eight = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8);
            Equal(eight.Count(_ => plan.DivideRows(rows).SequenceEqual(expected)), 8);
            using (var source = new CancellationTokenSource())
            {
                CancellationToken token = source.Token;
                Equal(plan.DivideRows(rows, cancellation: token).SequenceEqual(expected), true);
                source.Cancel();
                Thrown<OperationCanceledException>(() => plan.DivideRows(rows, cancellation: token));
                Thrown<OperationCanceledException>(() => plan.DivideColumns(rows, new int[rows.Length], cancellation: token));
            }
            Equal(plan.DivideRows(rows).SequenceEqual(expected), true);
        }
    }

    /// <summary>Somebody hears how far a run is, and stops it by a token or by a failure.</summary>
    private static void Runs()
    {
        long[] rows = Enumerable.Repeat(300L, 3000).ToArray();
        using (var plan = new Plan(new long[] { 1, 2 }))
        using (var source = new CancellationTokenSource())
        {
            var heard = new List<string>();
            var hears = new Heard(progress =>
            {
                GC.Collect();
                heard.Add(progress.Done + "/" + progress.Total);
            });
            Equal(plan.DivideRows(rows, progress: hears).Length, 6000);
            Equal(string.Join(" ", heard), "0/3000 1024/3000 2048/3000 3000/3000");
            var fails = new Heard(progress => { throw new NotSupportedException("at " + progress.Done); });
            Thrown<NotSupportedException>("at 0", () => plan.DivideColumns(rows, progress: fails));
            var disposes = new Heard(progress => plan.Dispose());
            Equal(plan.DivideRows(rows, progress: disposes)[5999], 200L);
            Thrown<ObjectDisposedException>(() => plan.DivideCents(1));
            int last = 0;
            var stops = new Heard(progress =>
            {
                last = (int)progress.Done;
                if (last == 1024) source.Cancel();
            });
            CancellationToken token = source.Token;
            string said = "run: cancelled by its token, expected to finish.";
            long[] offsets = Enumerable.Range(0, 3001).Select(row => (long)row).ToArray();
            Thrown<OperationCanceledException>(
                said, () => Plan.DivideRagged(rows, offsets, rows, null, null, stops, token));
            Equal(last, 1024);
            var none = new SortedDictionary<decimal, decimal>();
            long[][] terms = { rows }, minus = { };
            using (var corridor = new Corridor(none, none))
            using (var waterfall = new Waterfall(new[] { Line.Residual("rest") }))
            {
                Thrown<OperationCanceledException>(said, () => waterfall.Columns(rows, cancellation: token));
                Thrown<OperationCanceledException>(said, () => corridor.Settle(rows, rows, cancellation: token));
                Thrown<NotSupportedException>("at 0", () => waterfall.Columns(rows, progress: fails));
                Thrown<NotSupportedException>("at 0", () => corridor.Settle(rows, rows, progress: fails));
            }
            Printed euros = Printed.Euros;
            Thrown<OperationCanceledException>(
                said, () => new Reconciliation(rows, euros, terms, minus, euros, cancellation: token));
            Thrown<NotSupportedException>("at 0", () => new Reconciliation(rows, euros, terms, minus, euros, progress: fails));
        }
    }

    /// <summary>Calls at once, where Progress calls by a queue.</summary>
    private sealed class Heard : IProgress<RunProgress>
    {
        private readonly Action<RunProgress> report;

        internal Heard(Action<RunProgress> report)
        {
            this.report = report;
        }

        public void Report(RunProgress progress) => report(progress);
    }

    private static void Failures()
    {
        TaakgerichtException failure = Refused("TKG_E_NEGATIVE_WEIGHT", () => new Plan(new long[] { 1, -1 }));
        Equal(failure.Message, "weights: the weight of position 1 is below zero, expected weights of zero or more.");
        Equal(failure.Status + " " + failure.Row + " " + failure.Item + " " + failure.Field, "-30 -1 1 weights");
        Refused("TKG_E_ZERO_WEIGHTS", () => new Plan(new long[0]));
        Refused("TKG_E_TIE", () => new Plan(new long[] { 1, 1 }, new Split { Tie = Tie.Refuse }).DivideCents(1));
        Refused("TKG_E_STATE", () => new Plan(new long[] { 1 }, new Split { Rules = 99 }));
        Refused("TKG_E_NEGATIVE_WEIGHT", () => new Plan(new[] { 1m, -0.5m }));
    }

    private static void Tables()
    {
        Table table = Table.Round(new[] { new long[] { 149, 149 }, new long[] { 149, 53 } });
        Equal(table.Total % 100, 0L);
        Equal(table.Rows[0].Sum(), table.RowTotals[0]);
        Equal(table.Rows[0][0] + table.Rows[1][0], table.ColumnTotals[0]);
        Refused("TKG_E_TABLE_CONFLICT", () => Table.Round(new[] { new long[] { 149 } }, 100, new long[] { 300 }));
        Thrown<ArgumentException>("0 cells in a row, expected 1", () => Table.Round(new[] { new long[] { 1 }, new long[0] }));
    }

    private static void Waterfalls()
    {
        Line half = Line.Share("half", 50, "fixed"), rest = Line.Residual("rest"), shown = Line.Share("shown", 20);
        shown.Memo = true;
        using (var waterfall = new Waterfall(new[] { Line.Fixed("fixed", 100), shown, half, rest }))
        {
            Equal(waterfall.Lines, 4);
            long[][] columns = waterfall.Columns(new long[] { 100000, 50000 });
            Same(columns[1], 20000, 10000);
            Same(columns[2], 5000, 5000);
            Same(columns[3], 85000, 35000);
        }
        Line most = Line.Share("most", 50);
        most.Ceiling = 1;
        using (var bounded = new Waterfall(new[] { most, rest })) Same(bounded.Columns(new long[] { 1000 })[0], 100);
        Refused("TKG_E_DUPLICATE", () => new Waterfall(new[] { rest, rest }));
        Thrown<ArgumentException>("no line before \"half\" is called \"fixed\"", () => new Waterfall(new[] { half }));
        using (Waterfall year = Waterfall.Rta(2015, new[] { 3m, 3m, 10m }, 84))
            Same(year.Columns(new long[] { 1387893300 })[3], 1165830372);
        Refused("TKG_E_SCHEDULE_SUM", () => Waterfall.Rta(2015, new[] { 3m, 3m, 10m }, 83));
    }

    private static void Efforts()
    {
        long[] tariffs = { 873000, 14550, 873000, 873000 }, volumes = { 3, 95, -3, 2 };
        Same(Effort.Amounts(tariffs, volumes, 4), 26190, 13823, -26190, 17460);
        Same(Effort.Sums(tariffs, volumes, new uint[] { 0, 1, 0, 0 }, 2, 4), 17460, 13823);
        Refused("TKG_E_OUT_OF_RANGE", () => Effort.Sums(tariffs, volumes, new uint[] { 0, 2, 0, 0 }, 2, 4));
        Equal(Refused("TKG_E_MISSING", () => Effort.Amounts(new[] { 1, Amounts.Missing }, new long[] { 1, 1 })).Item, 1L);
        Thrown<ArgumentException>("4 volumes, expected 1", () => Effort.Amounts(new long[] { 1 }, volumes));
    }

    private static void Tasks()
    {
        var tiers = new SortedDictionary<decimal, decimal> { { 3, 50 }, { 8, 80 } };
        using (var corridor = new Corridor(tiers, tiers))
        {
            long[] lumps = { 1000000000, 1000000000, 1000000000, -1 }, costs = { 1150000000, 1030000000, 900000000, 5 };
            var status = new int[4];
            Same(corridor.Settle(lumps, costs, Mode.HalfUp, 1, status), 1081000000, 1000000000, 959000000, Amounts.Missing);
            Equal(string.Join(" ", status), "0 0 0 -28");
            Equal(Refused("TKG_E_OUT_OF_RANGE", () => corridor.Settle(lumps, costs)).Row, 3L);
        }
        var before = new Figures(4.94m, 2.51m);
        var years = new[] { new IndexYear(before), new IndexYear(new Figures(4.18m, 1.82m), before, new Figures(6.00m, 3.10m)) };
        var rule = new Indexation(new Figures(90, 10), Correction.Ratio);
        decimal[] percents = rule.Percents(2025, years);
        Equal(string.Join(" ", percents), "4.7 4.91");
        long[][] tariffs = Indexation.Tariffs(new long[] { 12345, 20000 }, percents, 2025);
        Same(tariffs[0], 12925, 20940);
        Same(tariffs[1], 13560, 21968);
        Refused("TKG_E_KEY_SUM", () => new Indexation(new Figures(90, 11), Correction.Ratio).Percents(2025, years));
        Thrown<ArgumentException>(
            "year 2026 lacks the figures of the year before", () => rule.Percents(2025, new[] { years[0], years[0] }));
    }

    private static void Pools()
    {
        long[] key = { 2947, 3951 }, costs = { 170000000, 250000000 };
        using (var pool = new Pool(key, new PoolTerms(Model.Insurance)))
        {
            Same(pool.Settle(costs).Borne, 179434619, 240565381);
            Same(pool.Settle(costs).Transfers, 9434619, -9434619);
            Thrown<ArgumentException>("1 amounts, expected 2", () => pool.Settle(new long[] { 1 }));
        }
        using (var pool = new Pool(key, new PoolTerms(Model.Blend) { Share = 50 }))
            Same(pool.Settle(costs).Borne, 174717309, 245282691);
        using (var pool = new Pool(key, new PoolTerms(Model.Corridor) { Share = 5 }))
            Same(pool.Settle(costs, null, new long[] { 180000000, 220000000 }).Borne, 178690055, 241309945);
        using (var pool = new Pool(key, new PoolTerms(Model.StopLoss) { Share = 80, Threshold = 200000, Ceiling = 300000 }))
        {
            long[][] clients = { new long[] { 30000000 }, new long[] { 15000000, 40000000 } };
            Same(pool.Settle(costs, null, null, clients).Borne, 168835605, 251164395);
        }
        using (var pool = new Pool(key, new PoolTerms(Model.ActualUse) { Levy = 6898 }))
            Same(pool.Settle(costs).Borne, 170294700, 250395100);
        Refused("TKG_E_POOL", () => new Pool(key, new PoolTerms(Model.Insurance), key));
        IReadOnlyList<Payment> payments = Pool.Payments(-6974831, 21036831, -28742063, 14680063);
        Equal(payments.Count, 3);
        Equal(payments[0].From + " " + payments[0].To + " " + payments[0].Cents, "1 2 21036831");
        Refused("TKG_E_POOL", () => Pool.Payments(1));
    }

    private static void Reconciliations()
    {
        Printed euros = Printed.Euros;
        long[] vws = { 66974800, 105054600 }, awbz = { 80260600, 108568300 }, zvw = { 88245700, 113260400 };
        long[][] none = { }, streams = { vws, awbz, zvw };
        var found = new Reconciliation(new long[] { 235481200, 326883300 }, euros, streams, none, euros);
        Same(found.Gaps, 100, 0);
        Equal(string.Join(" ", found.Verdicts), "Explained Holds");
        long[][] plus = { new long[] { 181532300 } }, minus = { new long[] { 145884000 } };
        var status = new int[1];
        Equal(new Reconciliation(new long[] { 35648400 }, euros, plus, minus, euros, status).Verdicts[0], Verdict.Explained);
        Equal(new Reconciliation(new[] { Amounts.Missing }, euros, plus, minus, euros, status).Verdicts[0], null);
        Equal(status[0], -22);
    }

    private static void Operations()
    {
        var thirds = new Dictionary<string, string>
        {
            { "whole", "1.00" }, { "unit", "0.01" }, { "method", "largest-remainder" }, { "tie", "first" }, { "weights", "1 1 1" },
        };
        using (Results results = Results.Of("split", thirds))
        {
            Equal(results["parts"], "0.34 0.33 0.33");
            Equal(results.Json, "{\"parts\":\"0.34 0.33 0.33\"}");
            Refused("TKG_E_UNKNOWN_NAME", () => results["part"].ToString());
        }
        Equal(Refused("TKG_E_UNKNOWN_NAME", () => Results.Of("splits", thirds)).Message.Split('\n')[1], "  Did you mean \"split\"?");
        Refused("TKG_E_MISSING", () => Results.Of("split", new Dictionary<string, string>()));
        Equal(Refused("TKG_E_UNKNOWN_NAME", () => Results.Of("splïts€", thirds)).Message.StartsWith("no operation \"splïts€\", "), true);
        Thrown<EncoderFallbackException>(() => Results.Of("split\ud800", thirds));
        Equal(Results.Operations().StartsWith("{\"shape\":\"taakgericht/operations/1\""), true);
    }

    private static void Scenarios(string path)
    {
        using (Scenario scenario = Scenario.Open(path))
        {
            Outcome outcome = scenario.Run();
            Statement statement = outcome.Statement("rta-groningen/2016");
            Equal(statement.Year, 2016);
            Equal(statement.Parties[0].Code + statement.Parties[0].Name + statement.Parties[0].Division, "GM0005Bedum2015");
            Column total = statement.Columns.Last();
            Equal(total.Role, Role.Total);
            Equal(total.Total, 1387893300L);
            Equal(outcome.Statements.Any(each => each.Id == statement.Id), true);
            Equal(outcome.Json.StartsWith("{\"shape\":\"taakgericht/run/1\""), true);
            Equal(outcome.Findings(Language.Nl).StartsWith("{\"shape\":\"taakgericht/findings/1\""), true);
            Equal(Refused("TKG_E_UNKNOWN_NAME", () => outcome.Statement("none")).Status, -24);
            outcome.Dispose();
            Equal(scenario.Explain("rta-groningen/2016/directe_zorg/Bedum").StartsWith("{\"shape\":\"taakgericht/explain/1\""), true);
        }
        Equal(Scenario.Diagnose("a.toml", "format = 1\nrulez = 1\n").Contains("\"file\":\"a.toml\""), true);
        Refused("TKG_E_SYNTAX", () => new Scenario("a.toml", "format ="));
        string latin = Path.GetTempFileName();
        File.WriteAllBytes(latin, Encoding.GetEncoding("ISO-8859-1").GetBytes("name = \"Súdwest\""));
        Equal(
            Refused("TKG_E_SYNTAX", () => Scenario.Open(latin)).Message.Split('\n')[0],
            latin + ":1: bytes that are no UTF-8, expected UTF-8 text.");
        File.Delete(latin);
    }

    private static void Same(long[] found, params long[] expected) => Equal(string.Join(" ", found), string.Join(" ", expected));

    private static void Equal(object found, object expected)
    {
        if (!Equals(found, expected)) throw new Exception("found " + found + ", expected " + expected);
        passed++;
    }

    private static TaakgerichtException Refused(string code, Action call)
    {
        try
        {
            call();
        }
        catch (TaakgerichtException failure)
        {
            Equal(failure.Code, code);
            return failure;
        }
        throw new Exception("no failure, expected " + code);
    }

    private static void Thrown<T>(Action call) where T : Exception
    {
        try
        {
            call();
        }
        catch (T)
        {
            passed++;
            return;
        }
        throw new Exception("no failure, expected " + typeof(T));
    }

    private static void Thrown<T>(string message, Action call) where T : Exception
    {
        try
        {
            call();
        }
        catch (T failure)
        {
            Equal(failure.Message, message);
            return;
        }
        throw new Exception("no failure, expected " + message);
    }
}
