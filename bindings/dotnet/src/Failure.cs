using System;

namespace Taakgericht
{
    /// <summary>A failure: the message says where, what was found, what was expected, and on a second line what to do.</summary>
    public sealed class TaakgerichtException : Exception
    {
        internal TaakgerichtException(int status, byte[] record) : base(Texts.From(record, 88))
        {
            Status = status;
            Row = BitConverter.ToInt64(record, 8);
            Item = BitConverter.ToInt64(record, 16);
            Field = Texts.From(record, 24);
        }

        /// <summary>The name of the status in taakgericht.h: "TKG_E_TIE".</summary>
        public string Code => Texts.From(Native.tkg_status_name(Status));

        /// <summary>What of the data is wrong, in a word: "key-sum"; empty when it is not the data.</summary>
        public string Kind => Texts.From(Native.tkg_status_kind(Status));

        /// <summary>The number of the status, below zero.</summary>
        public int Status { get; }

        /// <summary>The row of a batch, counted from 0; -1 where there is none.</summary>
        public long Row { get; }

        /// <summary>The position in an array, such as that of a weight, counted from 0; -1 where there is none.</summary>
        public long Item { get; }

        /// <summary>What it is about: "weights".</summary>
        public string Field { get; }
    }

    /// <summary>The record that a call fills in (tkg_error).</summary>
    internal sealed class Failure
    {
        internal readonly byte[] Record = new byte[496];

        internal Failure()
        {
            BitConverter.GetBytes(Record.Length).CopyTo(Record, 0);
        }

        internal void Check(int status)
        {
            if (status != 0) throw new TaakgerichtException(status, Record);
        }

        /// <summary>A call whose last argument is the record.</summary>
        internal static void Thrown(Func<byte[], int> call)
        {
            var failure = new Failure();
            failure.Check(call(failure.Record));
        }

        /// <summary>What belongs together differs in length.</summary>
        internal static void Same(int found, int expected, string what)
        {
            if (found != expected) throw new ArgumentException(found + " " + what + ", expected " + expected);
        }
    }
}
