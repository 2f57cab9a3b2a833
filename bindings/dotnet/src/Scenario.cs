using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Taakgericht
{
    /// <summary>A scenario that was read and proved. Any number of threads may share it.</summary>
    public sealed class Scenario : IDisposable
    {
        private static readonly Dictionary<string, string> None = new Dictionary<string, string>();

        private readonly ScenarioHandle handle;

        /// <summary>Reads a scenario with the tables that it names; both have the names that it has for them.</summary>
        public Scenario(string name, string text, IDictionary<string, string> files = null)
            : this(name, Texts.Utf8(text), Texts.Utf8(files ?? None)) { }

        private Scenario(string name, byte[] text, IEnumerable<KeyValuePair<string, byte[]>> files)
        {
            ScenarioHandle made = null;
            using (var texts = new Texts())
            {
                NamedText[] main = texts.Named(name, text), tables = texts.Named(files);
                Failure.Thrown(err => Native.tkg_scenario_read(main, tables, tables.Length, out made, err));
            }
            handle = made;
        }

        /// <summary>Reads a scenario and its tables from files; what is no UTF-8 is a failure that says where.</summary>
        public static Scenario Open(string path)
        {
            byte[] text = File.ReadAllBytes(path);
            string folder = Path.GetDirectoryName(path);
            return new Scenario(path, text, Files(path, text).ToDictionary(
                name => name, name => File.ReadAllBytes(Path.Combine(folder, name))));
        }

        /// <summary>The names of the tables that a scenario needs.</summary>
        public static string[] Files(string name, string text) => Files(name, Texts.Utf8(text));

        private static string[] Files(string name, byte[] text)
        {
            TextHandle made = null;
            using (var texts = new Texts())
            {
                NamedText[] main = texts.Named(name, text);
                Failure.Thrown(err => Native.tkg_scenario_files(main, out made, err));
            }
            return Texts.Taken(made).Split(new[] { '\n' }, StringSplitOptions.RemoveEmptyEntries);
        }

        /// <summary>Everything that is wrong with a scenario, as JSON (taakgericht/diagnosis/1).</summary>
        public static string Diagnose(string name, string text, IDictionary<string, string> files = null)
        {
            TextHandle made = null;
            using (var texts = new Texts())
            {
                NamedText[] main = texts.Named(name, Texts.Utf8(text)), tables = texts.Named(Texts.Utf8(files ?? None));
                Failure.Thrown(err => Native.tkg_scenario_diagnose(main, tables, tables.Length, out made, err));
            }
            return Texts.Taken(made);
        }

        /// <summary>Carries it out.</summary>
        public Outcome Run()
        {
            OutcomeHandle made = null;
            Failure.Thrown(err => Native.tkg_scenario_run(handle, out made, err));
            return new Outcome(made);
        }

        /// <summary>How a figure came about, "rta-groningen/2016/directe_zorg/Bedum", as JSON (taakgericht/explain/1).</summary>
        public string Explain(string figure)
        {
            byte[] bytes = Texts.Utf8(figure);
            TextHandle made = null;
            Failure.Thrown(err => Native.tkg_scenario_explain(handle, bytes, bytes.Length, out made, err));
            return Texts.Taken(made);
        }

        /// <summary>Frees it.</summary>
        public void Dispose() => handle.Dispose();
    }
}
