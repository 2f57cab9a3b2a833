using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

namespace Taakgericht
{
    /// <summary>Texts in UTF-8, in memory that stays where it is until this is disposed of.</summary>
    internal sealed class Texts : IDisposable
    {
        private readonly List<IntPtr> kept = new List<IntPtr>();

        /// <summary>Half a letter has no bytes; Encoding.UTF8 would make another letter of it.</summary>
        private static readonly Encoding Strict = new UTF8Encoding(false, true);

        internal static byte[] Utf8(string text) => Strict.GetBytes(text);

        internal static IEnumerable<KeyValuePair<string, byte[]>> Utf8(IEnumerable<KeyValuePair<string, string>> texts) =>
            texts.Select(text => new KeyValuePair<string, byte[]>(text.Key, Utf8(text.Value)));

        internal IntPtr Keep(string text, out long length) => Keep(Utf8(text), out length);

        private IntPtr Keep(byte[] bytes, out long length)
        {
            IntPtr memory = Marshal.AllocHGlobal(bytes.Length + 1);
            kept.Add(memory);
            Marshal.Copy(bytes, 0, memory, bytes.Length);
            length = bytes.Length;
            return memory;
        }

        internal NamedText[] Named(IEnumerable<KeyValuePair<string, byte[]>> texts)
        {
            var all = new List<NamedText>();
            foreach (var text in texts)
            {
                var named = new NamedText();
                named.Name = Keep(text.Key, out named.NameLength);
                named.Text = Keep(text.Value, out named.TextLength);
                all.Add(named);
            }
            return all.ToArray();
        }

        internal NamedText[] Named(string name, byte[] text) => Named(new[] { new KeyValuePair<string, byte[]>(name, text) });

        public void Dispose()
        {
            kept.ForEach(Marshal.FreeHGlobal);
            kept.Clear();
        }

        /// <summary>A text in bytes that a NUL ends.</summary>
        internal static string From(byte[] bytes, int at) => Encoding.UTF8.GetString(bytes, at, Array.IndexOf(bytes, (byte)0, at) - at);

        /// <summary>A text of the library that a NUL ends.</summary>
        internal static string From(IntPtr text)
        {
            int length = 0;
            while (Marshal.ReadByte(text, length) != 0) length++;
            return From(text, length);
        }

        private static string From(IntPtr text, int length)
        {
            var bytes = new byte[length];
            Marshal.Copy(text, bytes, 0, length);
            return Encoding.UTF8.GetString(bytes);
        }

        internal static string View(TextHandle text)
        {
            IntPtr data = IntPtr.Zero;
            long length = 0;
            Failure.Thrown(err => Native.tkg_text_view(text, out data, out length, err));
            return From(data, checked((int)length));
        }

        /// <summary>A text that is only wanted here.</summary>
        internal static string Taken(TextHandle text)
        {
            using (text) return View(text);
        }
    }
}
