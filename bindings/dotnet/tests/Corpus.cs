using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Taakgericht;

/// <summary>
/// Carries out the worked examples of tests/corpus through the library, and compares bytes. `Corpus FILE.csv ...` says how many
/// cases of each file came out as they should, and stops at the first that does not.
/// </summary>
public static class Corpus
{
    private static readonly string[] AboutTheCase = { "id", "source", "not", "error", "remark" };

    /// <summary>In the order in which the library gives them.</summary>
    private static readonly string[] ResultNames =
        { "amount", "parts", "residue", "implied", "payments", "percents", "settled", "result" };

    public static int Main(string[] files)
    {
        foreach (string file in files)
        {
            string operation = Path.GetFileNameWithoutExtension(file);
            List<string>[] lines = File.ReadAllLines(file, Encoding.UTF8).Where(line => !line.StartsWith("#")).Select(Cells).ToArray();
            foreach (List<string> line in lines.Skip(1))
            {
                string wrong = Compare(operation, lines[0], line);
                if (wrong == null) continue;
                Console.Error.WriteLine(file + ", " + line[0] + ": " + wrong);
                return 1;
            }
            Console.WriteLine(operation + " " + (lines.Length - 1));
        }
        return 0;
    }

    /// <summary>In quotes, "" is a quote; no cell has a line break.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"') cell.Append(line[at++]);
            else if (line[at] == '"') quoted = !quoted;
            else if (line[at] != ',' || quoted) cell.Append(line[at]);
            else
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
        }
        cells.Add(cell.ToString());
        return cells;
    }

    /// <summary>What is wrong; null for nothing.</summary>
    private static string Compare(string operation, List<string> head, List<string> line)
    {
        if (line.Count != head.Count) return "cells: not as many as the first line has";
        var all = new Dictionary<string, string>();
        for (int column = 0; column < head.Count; column++) all.Add(head[column], line[column]);
        string error = all["error"];
        try
        {
            using (Results results = Results.Of(operation, all.Where(one => !AboutTheCase.Concat(ResultNames).Contains(one.Key))))
            {
                if (error != "") return "no failure: " + error;
                IEnumerable<string> expected =
                    ResultNames.Where(all.ContainsKey).Select(name => "\"" + name + "\":\"" + all[name] + "\"");
                string json = "{" + string.Join(",", expected) + "}";
                return results.Json == json ? null : results.Json + ": " + json;
            }
        }
        catch (TaakgerichtException failure)
        {
            if (error == "") return "a failure: " + failure.Message;
            return failure.Kind == error ? null : failure.Kind + ": " + error;
        }
    }
}
