using System;
using System.Collections.Generic;
using System.Text;

namespace Taakgericht
{
    /// <summary>The results of an operation on texts; for what has no call of its own.</summary>
    public sealed class Results : IDisposable
    {
        private readonly TextHandle handle;

        private Results(TextHandle handle)
        {
            this.handle = handle;
        }

        /// <summary>Carries out an operation, "split", by version 1 of the rules; <see cref="Operations"/> says which there are.</summary>
        public static Results Of(string operation, IEnumerable<KeyValuePair<string, string>> arguments)
        {
            byte[] name = Texts.Utf8(operation);
            TextHandle made = null;
            using (var texts = new Texts())
            {
                NamedText[] named = texts.Named(Texts.Utf8(arguments));
                Failure.Thrown(err => Native.tkg_call(1, name, name.Length, named, named.Length, out made, err));
            }
            return new Results(made);
        }

        /// <summary>Every operation with its arguments and results, as JSON (taakgericht/operations/1).</summary>
        public static string Operations()
        {
            TextHandle made = null;
            Failure.Thrown(err => Native.tkg_operations(out made, err));
            return Texts.Taken(made);
        }

        /// <summary>A result by its name, "parts".</summary>
        public string this[string name]
        {
            get
            {
                byte[] bytes = Texts.Utf8(name), buffer = new byte[Encoding.UTF8.GetByteCount(Json) + 1];
                long needed = 0;
                Failure.Thrown(err => Native.tkg_text_member(handle, bytes, bytes.Length, buffer, buffer.Length, out needed, err));
                return Encoding.UTF8.GetString(buffer, 0, checked((int)needed));
            }
        }

        /// <summary>All of them, as JSON.</summary>
        public string Json => Texts.View(handle);

        /// <summary>Frees it.</summary>
        public void Dispose() => handle.Dispose();
    }
}
