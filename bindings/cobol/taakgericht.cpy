      *> The numbers and records of taakgericht.h, for WORKING-STORAGE.
      *>
      *> Fixed and free format both read it. What a record or a call
      *> means stands in the header under the same name, with _ for -.
      *> Amounts are PIC S9(18) COMP-5 in cents; a pointer that a record
      *> holds belongs to the handle that was asked.
      *>
      *> BY VALUE SIZE 8 stands before every int64_t and SIZE 4 before
      *> every int32_t: GnuCOBOL passes 4 bytes when it is not said. No
      *> pointer is BY VALUE NULL. COMP without -5 is big-endian, which
      *> the library does not read.
      *>
      *> A COMP-3 amount in euros moves to PIC S9(16)V99 COMP-5, which a
      *> PIC S9(18) COMP-5 redefines: cents, and no digit is lost. MOVE
      *> cuts off what does not fit, at both ends. So an amount of more
      *> decimals goes through tkg_decimal_from_i64 and _to_i64, which
      *> say TKG-E-INEXACT, and one that comes back through COMPUTE with
      *> ON SIZE ERROR. tests/typed.cob has both.

      *> ---- numbers

       78  TKG-ABI-VERSION                 VALUE 1.

       78  TKG-VERSION-MAJOR               VALUE 0.
       78  TKG-VERSION-MINOR               VALUE 1.
       78  TKG-VERSION-PATCH               VALUE 0.

       78  TKG-RULES-VERSION               VALUE 1.

       78  TKG-OK                          VALUE 0.
       78  TKG-E-NULL                      VALUE -1.
       78  TKG-E-ARGUMENT                  VALUE -2.
       78  TKG-E-BUFFER                    VALUE -3.
       78  TKG-E-STATE                     VALUE -4.
       78  TKG-E-ABI                       VALUE -5.
       78  TKG-E-SYNTAX                    VALUE -20.
       78  TKG-E-UNKNOWN-KEY               VALUE -21.
       78  TKG-E-MISSING                   VALUE -22.
       78  TKG-E-DUPLICATE                 VALUE -23.
       78  TKG-E-UNKNOWN-NAME              VALUE -24.
       78  TKG-E-WRONG-TYPE                VALUE -25.
       78  TKG-E-UNREADABLE                VALUE -26.
       78  TKG-E-AMBIGUOUS                 VALUE -27.
       78  TKG-E-OUT-OF-RANGE              VALUE -28.
       78  TKG-E-LENGTH                    VALUE -29.
       78  TKG-E-NEGATIVE-WEIGHT           VALUE -30.
       78  TKG-E-ZERO-WEIGHTS              VALUE -31.
       78  TKG-E-KEY-SUM                   VALUE -32.
       78  TKG-E-UNIT                      VALUE -33.
       78  TKG-E-BOUNDS                    VALUE -34.
       78  TKG-E-TIE                       VALUE -35.
       78  TKG-E-SCHEDULE-SUM              VALUE -36.
       78  TKG-E-WATERFALL                 VALUE -37.
       78  TKG-E-MEMO                      VALUE -38.
       78  TKG-E-TABLE-CONFLICT            VALUE -39.
       78  TKG-E-OVERFLOW                  VALUE -40.
       78  TKG-E-INEXACT                   VALUE -41.
       78  TKG-E-DIVISION                  VALUE -42.
       78  TKG-E-POOL                      VALUE -43.
       78  TKG-E-CANCELLED                 VALUE -60.
       78  TKG-E-NOMEM                     VALUE -61.
       78  TKG-E-INTERNAL                  VALUE -99.

       78  TKG-MAX-SCALE                   VALUE 28.

       78  TKG-MISSING                     VALUE -9223372036854775808.

       78  TKG-NOTATION-PLAIN              VALUE 0.
       78  TKG-NOTATION-DUTCH              VALUE 1.
       78  TKG-NOTATION-EITHER             VALUE 2.

       78  TKG-METHOD-LARGEST-REMAINDER    VALUE 0.
       78  TKG-METHOD-CUMULATIVE           VALUE 1.
       78  TKG-METHOD-FIRST-TAKES-REST     VALUE 2.
       78  TKG-METHOD-LAST-TAKES-REST      VALUE 3.
       78  TKG-METHOD-WEBSTER              VALUE 4.
       78  TKG-METHOD-JEFFERSON            VALUE 5.
       78  TKG-METHOD-ADAMS                VALUE 6.
       78  TKG-METHOD-HUNTINGTON-HILL      VALUE 7.

       78  TKG-TIE-FIRST                   VALUE 0.
       78  TKG-TIE-LAST                    VALUE 1.
       78  TKG-TIE-LARGEST-WEIGHT          VALUE 2.
       78  TKG-TIE-REFUSE                  VALUE 3.

       78  TKG-RULE-SHARE                  VALUE 0.
       78  TKG-RULE-SHARE-OF-REST          VALUE 1.
       78  TKG-RULE-FIXED                  VALUE 2.
       78  TKG-RULE-RESIDUAL               VALUE 3.

       78  TKG-BASE-WHOLE                  VALUE -1.

       78  TKG-READING-CUMULATIVE-POINTS   VALUE 0.
       78  TKG-READING-LITERAL             VALUE 1.
       78  TKG-READING-COMPOUNDING         VALUE 2.

       78  TKG-MODE-HALF-UP                VALUE 0.
       78  TKG-MODE-HALF-EVEN              VALUE 1.
       78  TKG-MODE-HALF-DOWN              VALUE 2.
       78  TKG-MODE-UP                     VALUE 3.
       78  TKG-MODE-DOWN                   VALUE 4.
       78  TKG-MODE-FLOOR                  VALUE 5.
       78  TKG-MODE-CEILING                VALUE 6.
       78  TKG-MODE-EXACT                  VALUE 7.

       78  TKG-VERDICT-HOLDS               VALUE 0.
       78  TKG-VERDICT-EXPLAINED           VALUE 1.
       78  TKG-VERDICT-ONLY-IF             VALUE 2.
       78  TKG-VERDICT-ERROR               VALUE 3.

       78  TKG-INDEX-RATIO                 VALUE 0.
       78  TKG-INDEX-DIFFERENCE            VALUE 1.
       78  TKG-INDEX-COMPOUNDING           VALUE 2.

       78  TKG-STAGE-WEIGHTED              VALUE 0.
       78  TKG-STAGE-EACH                  VALUE 1.

       78  TKG-CHAIN-ON-ROUNDED            VALUE 0.
       78  TKG-CHAIN-FROM-BASE             VALUE 1.

       78  TKG-MODEL-ACTUAL-USE            VALUE 0.
       78  TKG-MODEL-INSURANCE             VALUE 1.
       78  TKG-MODEL-BLEND                 VALUE 2.
       78  TKG-MODEL-CORRIDOR              VALUE 3.
       78  TKG-MODEL-STOP-LOSS             VALUE 4.

       78  TKG-NETTING-NETTED              VALUE 0.
       78  TKG-NETTING-EACH-SIDE           VALUE 1.
       78  TKG-NETTING-OVERSPENDS-ONLY     VALUE 2.

       78  TKG-RESIDUAL-LARGEST            VALUE 0.
       78  TKG-RESIDUAL-CUMULATIVE         VALUE 1.
       78  TKG-RESIDUAL-FIRST              VALUE 2.
       78  TKG-RESIDUAL-LAST               VALUE 3.

       78  TKG-ROLE-PART                   VALUE 0.
       78  TKG-ROLE-MEMO                   VALUE 1.
       78  TKG-ROLE-TOTAL                  VALUE 2.

       78  TKG-ARROW-DECIMAL               VALUE 0.
       78  TKG-ARROW-INT64                 VALUE 1.

       78  TKG-LANGUAGE-EN                 VALUE 0.
       78  TKG-LANGUAGE-NL                 VALUE 1.

      *> ---- records

      *> What every call but _free gives back: RETURNING TKG-STATUS.
       01  TKG-STATUS                      PIC S9(9) COMP-5.

      *> What went wrong. FIELD and MESSAGE end at the first LOW-VALUE.
       01  TKG-ERROR.
           05  TKG-ERR-STRUCT-SIZE         PIC 9(9) COMP-5 VALUE 496.
           05  TKG-ERR-CODE                PIC S9(9) COMP-5.
           05  TKG-ERR-ROW                 PIC S9(18) COMP-5.
           05  TKG-ERR-ITEM                PIC S9(18) COMP-5.
           05  TKG-ERR-FIELD               PIC X(64).
           05  TKG-ERR-MESSAGE             PIC X(408).

      *> An exact number; tkg_decimal_from_i64 makes one.
       01  TKG-DECIMAL.
           05  TKG-DEC-LO                  PIC 9(9) COMP-5.
           05  TKG-DEC-MID                 PIC 9(9) COMP-5.
           05  TKG-DEC-HI                  PIC 9(9) COMP-5.
           05  TKG-DEC-RESERVED            PIC 9(4) COMP-5 VALUE 0.
           05  TKG-DEC-SCALE               PIC X VALUE LOW-VALUE.
           05  TKG-DEC-SIGN                PIC X VALUE LOW-VALUE.

      *> How something is divided; as it stands here, in cents by
      *> largest remainders, a tie to the first.
       01  TKG-SPLIT.
           05  TKG-SPL-STRUCT-SIZE         PIC 9(9) COMP-5 VALUE 24.
           05  TKG-SPL-RULES-VERSION       PIC 9(9) COMP-5 VALUE 1.
           05  TKG-SPL-METHOD              PIC S9(9) COMP-5 VALUE 0.
           05  TKG-SPL-TIE-RULE            PIC S9(9) COMP-5 VALUE 0.
           05  TKG-SPL-UNIT                PIC S9(18) COMP-5 VALUE 1.

      *> How a long run is watched; BY VALUE NULL where nobody does.
       01  TKG-RUN.
           05  TKG-RUN-STRUCT-SIZE         PIC 9(9) COMP-5 VALUE 32.
           05  TKG-RUN-FLAGS               PIC 9(9) COMP-5 VALUE 0.
           05  TKG-RUN-CANCEL              USAGE POINTER.
           05  TKG-RUN-PROGRESS            USAGE PROGRAM-POINTER.
           05  TKG-RUN-CTX                 USAGE POINTER.

      *> A line of a waterfall.
       01  TKG-LINE.
           05  TKG-LIN-STRUCT-SIZE         PIC 9(9) COMP-5 VALUE 72.
           05  TKG-LIN-RULE                PIC S9(9) COMP-5.
           05  TKG-LIN-ROLE                PIC S9(9) COMP-5 VALUE 0.
           05  TKG-LIN-BASE                PIC S9(9) COMP-5 VALUE -1.
           05  TKG-LIN-PERCENT             PIC X(16) VALUE LOW-VALUES.
           05  TKG-LIN-FIXED               PIC S9(18) COMP-5 VALUE 0.
           05  TKG-LIN-FLOOR               PIC S9(18) COMP-5
                                           VALUE TKG-MISSING.
           05  TKG-LIN-CEILING             PIC S9(18) COMP-5
                                           VALUE TKG-MISSING.
           05  TKG-LIN-NAME-LENGTH         PIC S9(18) COMP-5.
           05  TKG-LIN-NAME                USAGE POINTER.

      *> A text with its name.
       01  TKG-FILE.
           05  TKG-FIL-NAME                USAGE POINTER.
           05  TKG-FIL-NAME-LENGTH         PIC S9(18) COMP-5.
           05  TKG-FIL-TEXT                USAGE POINTER.
           05  TKG-FIL-TEXT-LENGTH         PIC S9(18) COMP-5.

      *> An argument of tkg_call: its name and its text.
       01  TKG-PAIR.
           05  TKG-ARG-NAME                USAGE POINTER.
           05  TKG-ARG-NAME-LENGTH         PIC S9(18) COMP-5.
           05  TKG-ARG-TEXT                USAGE POINTER.
           05  TKG-ARG-TEXT-LENGTH         PIC S9(18) COMP-5.

      *> How tariffs are indexed.
       01  TKG-INDEX-RULE.
           05  TKG-IXR-STRUCT-SIZE         PIC 9(9) COMP-5 VALUE 56.
           05  TKG-IXR-RULES-VERSION       PIC 9(9) COMP-5 VALUE 1.
           05  TKG-IXR-METHOD              PIC S9(9) COMP-5.
           05  TKG-IXR-STAGE               PIC S9(9) COMP-5.
           05  TKG-IXR-MODE                PIC S9(9) COMP-5.
           05  TKG-IXR-DECIMALS            PIC S9(9) COMP-5.
           05  TKG-IXR-WAGES               PIC X(16) VALUE LOW-VALUES.
           05  TKG-IXR-PRICES              PIC X(16) VALUE LOW-VALUES.

      *> The rises of a year.
       01  TKG-INDEX-FIGURES.
           05  TKG-IXF-WAGES               PIC X(16) VALUE LOW-VALUES.
           05  TKG-IXF-PRICES              PIC X(16) VALUE LOW-VALUES.

      *> How a pool settles; nothing stands here but its size.
       01  TKG-POOL-TERMS.
           05  TKG-POL-STRUCT-SIZE         PIC 9(9) COMP-5 VALUE 64.
           05  TKG-POL-RULES-VERSION       PIC 9(9) COMP-5 VALUE 1.
           05  TKG-POL-MODEL               PIC S9(9) COMP-5.
           05  TKG-POL-NETTING             PIC S9(9) COMP-5.
           05  TKG-POL-RESIDUAL            PIC S9(9) COMP-5.
           05  TKG-POL-TIE-RULE            PIC S9(9) COMP-5.
           05  TKG-POL-SHARE               PIC X(16) VALUE LOW-VALUES.
           05  TKG-POL-THRESHOLD           PIC S9(18) COMP-5.
           05  TKG-POL-CEILING             PIC S9(18) COMP-5.
           05  TKG-POL-LEVY                PIC S9(18) COMP-5.

      *> An allocation statement of an outcome.
       01  TKG-STATEMENT.
           05  TKG-STM-STRUCT-SIZE         PIC 9(9) COMP-5 VALUE 48.
           05  TKG-STM-RESERVED            PIC 9(9) COMP-5 VALUE 0.
           05  TKG-STM-YEAR                PIC S9(18) COMP-5.
           05  TKG-STM-ROWS                PIC S9(18) COMP-5.
           05  TKG-STM-COLUMNS             PIC S9(18) COMP-5.
           05  TKG-STM-ID                  USAGE POINTER.
           05  TKG-STM-PARTIES             USAGE POINTER.

      *> A column of a statement.
       01  TKG-COLUMN.
           05  TKG-COL-STRUCT-SIZE         PIC 9(9) COMP-5 VALUE 40.
           05  TKG-COL-ROLE                PIC S9(9) COMP-5.
           05  TKG-COL-ROWS                PIC S9(18) COMP-5.
           05  TKG-COL-TOTAL               PIC S9(18) COMP-5.
           05  TKG-COL-NAME                USAGE POINTER.
           05  TKG-COL-AMOUNTS             USAGE POINTER.

      *> A municipality.
       01  TKG-PARTY.
           05  TKG-PAR-STRUCT-SIZE         PIC 9(9) COMP-5 VALUE 24.
           05  TKG-PAR-DIVISION            PIC S9(9) COMP-5.
           05  TKG-PAR-CODE                USAGE POINTER.
           05  TKG-PAR-NAME                USAGE POINTER.
