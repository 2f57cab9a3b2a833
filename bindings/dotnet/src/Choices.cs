namespace Taakgericht
{
    /// <summary>How the units that are left over are placed.</summary>
    public enum Method
    {
        /// <summary>To the largest remainders (Hamilton; Dutch: grootste resten).</summary>
        LargestRemainder = 0,
        /// <summary>Running totals are rounded; a part is the difference of two.</summary>
        Cumulative = 1,
        /// <summary>Whole units of the exact share; the first with a weight takes the rest.</summary>
        FirstTakesRest = 2,
        /// <summary>As before; the last with a weight takes the rest (Dutch: sluitpost).</summary>
        LastTakesRest = 3,
        /// <summary>Divisors, rounded at the half (Sainte-Lague).</summary>
        Webster = 4,
        /// <summary>Divisors, rounded down (D'Hondt).</summary>
        Jefferson = 5,
        /// <summary>Divisors, rounded up.</summary>
        Adams = 6,
        /// <summary>Divisors, rounded at the geometric mean.</summary>
        HuntingtonHill = 7,
    }

    /// <summary>Who gets the last units when parts tie.</summary>
    public enum Tie
    {
        /// <summary>In the order of the weights.</summary>
        First = 0,
        /// <summary>The last goes first.</summary>
        Last = 1,
        /// <summary>The largest weight goes first; of equal weights, the first.</summary>
        LargestWeight = 2,
        /// <summary>A tie is a failure, for a person to decide.</summary>
        Refuse = 3,
    }

    /// <summary>How an amount is written.</summary>
    public enum Notation
    {
        /// <summary>1234.56</summary>
        Plain = 0,
        /// <summary>1.234,56, with a euro sign or without.</summary>
        Dutch = 1,
        /// <summary>Whichever of the two has a meaning; ambiguous where both have one.</summary>
        Either = 2,
    }

    /// <summary>How the State's cut (korting) of a year is read.</summary>
    public enum Reading
    {
        /// <summary>Percentage points that include the cut that the base already lacks.</summary>
        CumulativePoints = 0,
        /// <summary>The printed percentage of the base, as if it lacked no cut yet.</summary>
        Literal = 1,
        /// <summary>Percentages of the budget without cuts.</summary>
        Compounding = 2,
    }

    /// <summary>What a column is.</summary>
    public enum Role
    {
        /// <summary>A part of the total of its row.</summary>
        Part = 0,
        /// <summary>Already inside another column: never add it (Dutch: waarvan).</summary>
        Memo = 1,
        /// <summary>The whole that is divided.</summary>
        Total = 2,
    }

    /// <summary>How a number is rounded.</summary>
    public enum Mode
    {
        /// <summary>To the nearest, a half away from zero.</summary>
        HalfUp = 0,
        /// <summary>To the nearest, a half to the even one.</summary>
        HalfEven = 1,
        /// <summary>To the nearest, a half towards zero.</summary>
        HalfDown = 2,
        /// <summary>Away from zero.</summary>
        Up = 3,
        /// <summary>Towards zero.</summary>
        Down = 4,
        /// <summary>Towards what lies below.</summary>
        Floor = 5,
        /// <summary>Towards what lies above.</summary>
        Ceiling = 6,
        /// <summary>Not at all: what is no multiple is a failure.</summary>
        Exact = 7,
    }

    /// <summary>How an index makes good what was provisional: by the ratio, by the difference, or compounding.</summary>
    public enum Correction
    {
        /// <summary>By the ratio of what became and what was provisional.</summary>
        Ratio = 0,
        /// <summary>By their difference, literally.</summary>
        Difference = 1,
        /// <summary>Compounded in full.</summary>
        Compounding = 2,
    }

    /// <summary>Whether the weighted figure is corrected, or each of wages and prices.</summary>
    public enum Stage
    {
        /// <summary>The weighted figure is corrected.</summary>
        Weighted = 0,
        /// <summary>Wages and prices are each corrected.</summary>
        Each = 1,
    }

    /// <summary>Whether a tariff is indexed from the rounded one of the year before, or all years from the base.</summary>
    public enum Chaining
    {
        /// <summary>From the rounded tariff of the year before.</summary>
        OnRounded = 0,
        /// <summary>All years from the tariff of the base.</summary>
        FromBase = 1,
    }

    /// <summary>How a pool shares cost.</summary>
    public enum Model
    {
        /// <summary>Everyone bears its own cost.</summary>
        ActualUse = 0,
        /// <summary>All cost is shared by the key.</summary>
        Insurance = 1,
        /// <summary>A percentage is shared, the rest borne alone.</summary>
        Blend = 2,
        /// <summary>What lies beyond a band around the contribution is shared.</summary>
        Corridor = 3,
        /// <summary>What a client costs beyond a threshold is shared.</summary>
        StopLoss = 4,
    }

    /// <summary>What a corridor shares: the net, each side by its own key, or overspends alone.</summary>
    public enum Netting
    {
        /// <summary>Overspends and underspends together, by one key.</summary>
        Netted = 0,
        /// <summary>Each side by itself, by its own key.</summary>
        EachSide = 1,
        /// <summary>Overspends; underspends stay where they are.</summary>
        OverspendsOnly = 2,
    }

    /// <summary>Who gets the cents left over.</summary>
    public enum Residual
    {
        /// <summary>The largest remainders.</summary>
        Largest = 0,
        /// <summary>As running totals fall.</summary>
        Cumulative = 1,
        /// <summary>The first with a weight.</summary>
        First = 2,
        /// <summary>The last with a weight.</summary>
        Last = 3,
    }

    /// <summary>A figure holds, rounding explains its gap, rounding another way would, or it is an error.</summary>
    public enum Verdict
    {
        /// <summary>At face value it is what it should be.</summary>
        Holds = 0,
        /// <summary>There is a gap, and rounding explains it.</summary>
        Explained = 1,
        /// <summary>Rounding explains the gap only if a figure was rounded another way.</summary>
        OnlyIf = 2,
        /// <summary>Rounding does not explain the gap.</summary>
        Error = 3,
    }

    /// <summary>The language of findings.</summary>
    public enum Language
    {
        /// <summary>English.</summary>
        En = 0,
        /// <summary>Dutch.</summary>
        Nl = 1,
    }

    /// <summary>The shared library that runs.</summary>
    public static class Library
    {
        /// <summary>"0.1.0".</summary>
        public static string Version => Texts.From(Native.tkg_version());

        /// <summary>The newest version of the rules that it carries out.</summary>
        public static int RulesVersion => checked((int)Native.tkg_rules_version());
    }
}
