using System;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Taakgericht
{
    /// <summary>How far a run is; told for every 1,024 rows and at the end, on the thread of the run.</summary>
    public struct RunProgress
    {
        internal RunProgress(long done, long total)
        {
            Done = done;
            Total = total;
        }

        /// <summary>So many rows are done.</summary>
        public long Done { get; }

        /// <summary>Of so many.</summary>
        public long Total { get; }
    }

    /// <summary>Calls that tell how far they are, and that a token cancels.</summary>
    internal static class Watched
    {
        /// <summary>A call whose last arguments are the run and the record.</summary>
        internal static void Thrown(IProgress<RunProgress> progress, CancellationToken token, Func<IntPtr, byte[], int> call)
        {
            if (progress == null && !token.CanBeCanceled)
            {
                Failure.Thrown(err => call(IntPtr.Zero, err));
                return;
            }
            CancelHandle cancel = null;
            Failure.Thrown(err => Native.tkg_cancel_new(out cancel, err));
            using (cancel)
            using (token.Register(() => Failure.Thrown(err => Native.tkg_cancel_set(cancel, err))))
                Told(progress, token, cancel, call);
        }

        private static void Told(
            IProgress<RunProgress> progress, CancellationToken token, CancelHandle cancel, Func<IntPtr, byte[], int> call)
        {
            var hears = new Hears(progress);
            Native.ProgressFunction function = hears.Told;
            var run = new RunStruct
            {
                StructSize = checked((uint)Marshal.SizeOf(typeof(RunStruct))),
                Cancel = cancel.DangerousGetHandle(),
                Progress = progress == null ? IntPtr.Zero : Marshal.GetFunctionPointerForDelegate(function),
            };
            GCHandle pinned = GCHandle.Alloc(run, GCHandleType.Pinned);
            try
            {
                Failure.Thrown(err => call(pinned.AddrOfPinnedObject(), err));
            }
            catch (TaakgerichtException failure) when (failure.Code == "TKG_E_CANCELLED")
            {
                hears.Thrown?.Throw();
                throw new OperationCanceledException(failure.Message, failure, token);
            }
            finally
            {
                pinned.Free();
                // The library calls it as long as the call lasts.
                GC.KeepAlive(function);
            }
        }

        /// <summary>A progress as the library calls it: nothing may be thrown through the library.</summary>
        private sealed class Hears
        {
            private const int Ok = 0, Cancelled = -60;

            private readonly IProgress<RunProgress> progress;

            internal Hears(IProgress<RunProgress> progress)
            {
                this.progress = progress;
            }

            internal ExceptionDispatchInfo Thrown { get; private set; }

            internal int Told(IntPtr context, long done, long total)
            {
                try
                {
                    progress.Report(new RunProgress(done, total));
                    return Ok;
                }
                catch (Exception thrown)
                {
                    Thrown = ExceptionDispatchInfo.Capture(thrown);
                    return Cancelled;
                }
            }
        }
    }
}
