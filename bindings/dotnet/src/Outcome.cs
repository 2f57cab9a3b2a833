using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace Taakgericht
{
    /// <summary>A municipality.</summary>
    public sealed class Party
    {
        internal Party(string code, string name, int division)
        {
            Code = code;
            Name = name;
            Division = division;
        }

        /// <summary>"GM0005".</summary>
        public string Code { get; }

        /// <summary>As the table prints it.</summary>
        public string Name { get; }

        /// <summary>The year of its municipal division (Dutch: indelingsjaar).</summary>
        public int Division { get; }
    }

    /// <summary>A column of a statement, in cents.</summary>
    public sealed class Column
    {
        internal Column(string name, Role role, long total, long[] amounts)
        {
            Name = name;
            Role = role;
            Total = total;
            Amounts = amounts;
        }

        /// <summary>What it is called.</summary>
        public string Name { get; }

        /// <summary>Whether it is a part of the total.</summary>
        public Role Role { get; }

        /// <summary>The sum of the amounts.</summary>
        public long Total { get; }

        /// <summary>One for each party.</summary>
        public long[] Amounts { get; }
    }

    /// <summary>An allocation statement (Dutch: verdeelstaat).</summary>
    public sealed class Statement
    {
        internal Statement(string id, int? year, IReadOnlyList<Party> parties, IReadOnlyList<Column> columns)
        {
            Id = id;
            Year = year;
            Parties = parties;
            Columns = columns;
        }

        /// <summary>"rta-groningen/2016".</summary>
        public string Id { get; }

        /// <summary>Null for a statement that is not about a year.</summary>
        public int? Year { get; }

        /// <summary>One for each row.</summary>
        public IReadOnlyList<Party> Parties { get; }

        /// <summary>In the order of the schedule.</summary>
        public IReadOnlyList<Column> Columns { get; }
    }

    /// <summary>What came out of a scenario; what it gave stays good. Any number of threads may share it.</summary>
    public sealed class Outcome : IDisposable
    {
        private readonly OutcomeHandle handle;

        internal Outcome(OutcomeHandle handle)
        {
            this.handle = handle;
        }

        /// <summary>Every statement.</summary>
        public IReadOnlyList<Statement> Statements
        {
            get
            {
                long count = 0;
                Failure.Thrown(err => Native.tkg_outcome_statements(handle, out count, err));
                return Positions(count).Select(Statement).ToArray();
            }
        }

        /// <summary>The statement with a name, "rta-groningen/2016".</summary>
        public Statement Statement(string id)
        {
            byte[] bytes = Texts.Utf8(id);
            long position = 0;
            Failure.Thrown(err => Native.tkg_outcome_find_statement(handle, bytes, bytes.Length, out position, err));
            return Statement(position);
        }

        /// <summary>The whole, as JSON (taakgericht/run/1).</summary>
        public string Json
        {
            get
            {
                TextHandle made = null;
                Failure.Thrown(err => Native.tkg_outcome_json(handle, out made, err));
                return Texts.Taken(made);
            }
        }

        /// <summary>What was found about the published tables (Dutch: aansluiting), as JSON (taakgericht/findings/1).</summary>
        public string Findings(Language language = Language.En)
        {
            TextHandle made = null;
            Failure.Thrown(err => Native.tkg_outcome_findings(handle, language, out made, err));
            return Texts.Taken(made);
        }

        private Statement Statement(long at)
        {
            var found = new StatementStruct { StructSize = Size(typeof(StatementStruct)) };
            Failure.Thrown(err => Native.tkg_outcome_statement(handle, at, ref found, err));
            Party[] parties = Numbers(found.Parties, found.Rows).Select(Party).ToArray();
            Column[] columns = Positions(found.Columns).Select(column => Column(at, column)).ToArray();
            int? year = found.Year == Amounts.Missing ? (int?)null : checked((int)found.Year);
            return new Statement(Texts.From(found.Id), year, parties, columns);
        }

        private Column Column(long statement, long at)
        {
            var found = new ColumnStruct { StructSize = Size(typeof(ColumnStruct)) };
            Failure.Thrown(err => Native.tkg_outcome_column(handle, statement, at, ref found, err));
            return new Column(Texts.From(found.Name), found.Role, found.Total, Numbers(found.Amounts, found.Rows));
        }

        private Party Party(long at)
        {
            var found = new PartyStruct { StructSize = Size(typeof(PartyStruct)) };
            Failure.Thrown(err => Native.tkg_outcome_party(handle, at, ref found, err));
            return new Party(Texts.From(found.Code), Texts.From(found.Name), found.Division);
        }

        private static uint Size(Type type) => checked((uint)Marshal.SizeOf(type));

        private static IEnumerable<long> Positions(long count) =>
            Enumerable.Range(0, checked((int)count)).Select(position => (long)position);

        private static long[] Numbers(IntPtr from, long count)
        {
            var numbers = new long[count];
            if (count > 0) Marshal.Copy(from, numbers, 0, numbers.Length);
            return numbers;
        }

        /// <summary>Frees it.</summary>
        public void Dispose() => handle.Dispose();
    }
}
