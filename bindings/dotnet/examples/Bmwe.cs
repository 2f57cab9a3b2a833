using System;
using System.Collections.Generic;
using System.Linq;
using Taakgericht;

/// <summary>Divides the youth-care budget of 2015 of four municipalities in Groningen by the schedule of 2016.</summary>
public static class Bmwe
{
    public static void Main(string[] arguments)
    {
        using (Scenario scenario = Scenario.Open(arguments[0]))
        using (Outcome outcome = scenario.Run())
        {
            Statement statement = outcome.Statement("rta-groningen/2016");
            Print("2016, in cents", statement.Parties.Select(party => party.Name), "total");
            foreach (Column column in statement.Columns)
                Print(column.Name, column.Amounts.Select(amount => amount.ToString()), column.Total.ToString());
        }
    }

    private static void Print(string name, IEnumerable<string> cells, string total)
    {
        Console.WriteLine(name.PadRight(20) + string.Concat(cells.Select(cell => cell.PadLeft(13))) + total.PadLeft(14));
    }
}
