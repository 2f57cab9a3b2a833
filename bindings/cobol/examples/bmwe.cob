      *> Divides the youth-care budget of 2015 of four municipalities in
      *> Groningen by the schedule of 2016.
      *>
      *>   cobc -x -fstatic-call -I .. bmwe.cob -ltaakgericht
      *>   ./bmwe ../../../scenarios/bmwe-2015.toml
       IDENTIFICATION DIVISION.
       PROGRAM-ID. BMWE.

       DATA DIVISION.
       WORKING-STORAGE SECTION.
       COPY "taakgericht.cpy".

       01  ARGUMENT                        PIC X(500).
       01  FOLDER-NAME                     PIC X(500).
       01  FOLDER-LENGTH                   PIC S9(9) COMP-5 VALUE 0.
       01  SCAN-AT                         PIC S9(9) COMP-5.
       01  FILE-COUNT                      PIC S9(18) COMP-5 VALUE 0.
       01  NAME-START                      PIC S9(9) COMP-5 VALUE 1.
       01  STATEMENT-ID                    PIC X(19)
                                           VALUE Z"rta-groningen/2016".
      *> A NUL ends a text of this length.
       01  TO-THE-NUL                      PIC S9(18) COMP-5 VALUE -1.

       01  NEEDED                          USAGE POINTER.
       01  SCENARIO                        USAGE POINTER.
       01  OUTCOME                         USAGE POINTER.
       01  LIST-AT                         USAGE POINTER.
       01  LIST-LENGTH                     PIC S9(18) COMP-5.
       01  STATEMENT-AT                    PIC S9(18) COMP-5.
       01  COLUMN-AT                       PIC S9(18) COMP-5.
       01  PARTY-AT                        PIC S9(18) COMP-5.
       01  ROW-AT                          PIC S9(18) COMP-5.

      *> Number 1 is the scenario, the others are its tables.
       01  FILES.
           05  FILE-ENTRY OCCURS 20.
               10  FILE-NAME               USAGE POINTER.
               10  FILE-NAME-LENGTH        PIC S9(18) COMP-5.
               10  FILE-TEXT               USAGE POINTER.
               10  FILE-TEXT-LENGTH        PIC S9(18) COMP-5.
       01  FILLER REDEFINES FILES.
           05  SCENARIO-FILE               PIC X(32).
           05  TABLE-FILES                 PIC X(608).
       01  TEXTS.
           05  TEXT-OF-FILE OCCURS 20      PIC X(100000).
       01  NAMES.
           05  NAME-OF-FILE OCCURS 20      PIC X(500).
       01  FILE-AT                         PIC S9(9) COMP-5.
       01  PATH                            PIC X(1000).
       01  FILE-DETAILS.
           05  FILE-SIZE                   PIC X(8) COMP-X.
           05  FILLER                      PIC X(8).
       01  FILE-HANDLE                     PIC X(4) COMP-X.
       01  FILE-OFFSET                     PIC X(8) COMP-X VALUE 0.
       01  READ-ONLY                       PIC X COMP-X VALUE 1.
       01  DENY-NONE                       PIC X COMP-X VALUE 3.
       01  DEVICE                          PIC X COMP-X VALUE 0.
       01  READ-LENGTH                     PIC X(4) COMP-X.
       01  READ-FLAGS                      PIC X COMP-X VALUE 0.

       01  TABLE-LINE                      PIC X(200).
       01  LINE-END                        PIC S9(9) COMP-5.
       01  SHOWN-AMOUNT                    PIC -(12)9.
       01  SHOWN-TOTAL                     PIC -(13)9.
       01  NAME-LENGTH                     PIC S9(9) COMP-5.

       LINKAGE SECTION.
       01  LIST-TEXT                       PIC X(10000).
       01  C-TEXT                          PIC X(1000).
       01  PARTIES.
           05  PARTY OCCURS 1000           PIC S9(18) COMP-5.
       01  AMOUNTS.
           05  AMOUNT OCCURS 1000          PIC S9(18) COMP-5.

       PROCEDURE DIVISION.
       MAIN-LINE.
           CALL "tkg_check_abi" USING BY VALUE SIZE 4 TKG-ABI-VERSION
             BY VALUE SIZE 4 TKG-VERSION-MINOR BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM MUST
           PERFORM READ-SCENARIO
           PERFORM PRINT-HEADING
           PERFORM PRINT-COLUMN VARYING COLUMN-AT FROM 0 BY 1
             UNTIL COLUMN-AT = TKG-STM-COLUMNS
           CALL "tkg_outcome_free" USING BY VALUE OUTCOME
             RETURNING OMITTED
           CALL "tkg_scenario_free" USING BY VALUE SCENARIO
             RETURNING OMITTED
           CALL "tkg_text_free" USING BY VALUE NEEDED
             RETURNING OMITTED
           GOBACK.

      *> Follows every call: the status decides, the record has words.
       MUST.
           IF TKG-STATUS NOT = TKG-OK
               MOVE SPACES TO PATH
               STRING TKG-ERR-MESSAGE DELIMITED BY LOW-VALUE INTO PATH
               DISPLAY FUNCTION TRIM(PATH) UPON SYSERR
               MOVE 1 TO RETURN-CODE
               STOP RUN
           END-IF.

      *> The scenario says which tables it needs, a name on each line;
      *> the library opens no file itself.
       READ-SCENARIO.
           ACCEPT ARGUMENT FROM COMMAND-LINE
           PERFORM VARYING SCAN-AT FROM 1 BY 1
             UNTIL ARGUMENT(SCAN-AT:) = SPACES
               IF ARGUMENT(SCAN-AT:1) = "/"
                   MOVE SCAN-AT TO FOLDER-LENGTH
               END-IF
           END-PERFORM
           MOVE 1 TO FILE-AT
           MOVE ARGUMENT TO NAME-OF-FILE(1) PATH
           PERFORM READ-FILE
           CALL "tkg_scenario_files" USING BY REFERENCE SCENARIO-FILE
             BY REFERENCE NEEDED BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM MUST
           CALL "tkg_text_view" USING BY VALUE NEEDED
             BY REFERENCE LIST-AT BY REFERENCE LIST-LENGTH
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS
           PERFORM MUST
           SET ADDRESS OF LIST-TEXT TO LIST-AT
           PERFORM READ-TABLE UNTIL NAME-START > LIST-LENGTH
           CALL "tkg_scenario_read" USING BY REFERENCE SCENARIO-FILE
             BY REFERENCE TABLE-FILES BY VALUE SIZE 8 FILE-COUNT
             BY REFERENCE SCENARIO BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM MUST
           CALL "tkg_scenario_run" USING BY VALUE SCENARIO
             BY REFERENCE OUTCOME BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM MUST.

       READ-TABLE.
           ADD 1 TO FILE-COUNT FILE-AT
           UNSTRING LIST-TEXT(1:LIST-LENGTH) DELIMITED BY X"0A"
             INTO NAME-OF-FILE(FILE-AT) WITH POINTER NAME-START
           MOVE SPACES TO PATH
           IF FOLDER-LENGTH > 0
               MOVE ARGUMENT TO PATH
           END-IF
           MOVE NAME-OF-FILE(FILE-AT) TO PATH(FOLDER-LENGTH + 1:)
           PERFORM READ-FILE.

      *> PATH as file number FILE-AT.
       READ-FILE.
           CALL "CBL_CHECK_FILE_EXIST" USING PATH FILE-DETAILS
           IF RETURN-CODE = 0
               CALL "CBL_OPEN_FILE" USING PATH READ-ONLY DENY-NONE
                 DEVICE FILE-HANDLE
           END-IF
           IF RETURN-CODE NOT = 0 OR FILE-SIZE > LENGTH OF TEXT-OF-FILE
               DISPLAY FUNCTION TRIM(PATH) " cannot be read" UPON SYSERR
               MOVE 1 TO RETURN-CODE
               STOP RUN
           END-IF
           MOVE FILE-SIZE TO READ-LENGTH FILE-TEXT-LENGTH(FILE-AT)
           CALL "CBL_READ_FILE" USING FILE-HANDLE FILE-OFFSET
             READ-LENGTH READ-FLAGS TEXT-OF-FILE(FILE-AT)
           CALL "CBL_CLOSE_FILE" USING FILE-HANDLE
           SET FILE-TEXT(FILE-AT) TO ADDRESS OF TEXT-OF-FILE(FILE-AT)
           SET FILE-NAME(FILE-AT) TO ADDRESS OF NAME-OF-FILE(FILE-AT)
           MOVE FUNCTION LENGTH(FUNCTION TRIM(NAME-OF-FILE(FILE-AT)))
             TO FILE-NAME-LENGTH(FILE-AT).

      *> Each municipality of 2016.
       PRINT-HEADING.
           CALL "tkg_outcome_find_statement" USING BY VALUE OUTCOME
             BY REFERENCE STATEMENT-ID BY VALUE SIZE 8 TO-THE-NUL
             BY REFERENCE STATEMENT-AT BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM MUST
           CALL "tkg_outcome_statement" USING BY VALUE OUTCOME
             BY VALUE SIZE 8 STATEMENT-AT BY REFERENCE TKG-STATEMENT
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS
           PERFORM MUST
           SET ADDRESS OF PARTIES TO TKG-STM-PARTIES
           MOVE "2016, in cents" TO TABLE-LINE
           MOVE 20 TO LINE-END
           PERFORM VARYING ROW-AT FROM 1 BY 1
             UNTIL ROW-AT > TKG-STM-ROWS
               MOVE PARTY(ROW-AT) TO PARTY-AT
               CALL "tkg_outcome_party" USING BY VALUE OUTCOME
                 BY VALUE SIZE 8 PARTY-AT BY REFERENCE TKG-PARTY
                 BY REFERENCE TKG-ERROR RETURNING TKG-STATUS
               PERFORM MUST
               SET ADDRESS OF C-TEXT TO TKG-PAR-NAME
               MOVE 0 TO NAME-LENGTH
               INSPECT C-TEXT TALLYING NAME-LENGTH
                 FOR CHARACTERS BEFORE INITIAL LOW-VALUE
               ADD 13 TO LINE-END
               MOVE C-TEXT(1:NAME-LENGTH)
                 TO TABLE-LINE(LINE-END - NAME-LENGTH + 1:)
           END-PERFORM
           MOVE "total" TO TABLE-LINE(LINE-END + 10:)
           DISPLAY TABLE-LINE(1:LINE-END + 14).

      *> A line of 2016, with the cents of each municipality.
       PRINT-COLUMN.
           CALL "tkg_outcome_column" USING BY VALUE OUTCOME
             BY VALUE SIZE 8 STATEMENT-AT BY VALUE COLUMN-AT
             BY REFERENCE TKG-COLUMN BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM MUST
           SET ADDRESS OF C-TEXT TO TKG-COL-NAME
           SET ADDRESS OF AMOUNTS TO TKG-COL-AMOUNTS
           MOVE SPACES TO TABLE-LINE
           STRING C-TEXT DELIMITED BY LOW-VALUE INTO TABLE-LINE
           MOVE 21 TO LINE-END
           PERFORM VARYING ROW-AT FROM 1 BY 1
             UNTIL ROW-AT > TKG-COL-ROWS
               MOVE AMOUNT(ROW-AT) TO SHOWN-AMOUNT
               STRING SHOWN-AMOUNT DELIMITED BY SIZE
                 INTO TABLE-LINE WITH POINTER LINE-END
           END-PERFORM
           MOVE TKG-COL-TOTAL TO SHOWN-TOTAL
           STRING SHOWN-TOTAL DELIMITED BY SIZE
             INTO TABLE-LINE WITH POINTER LINE-END
           DISPLAY TABLE-LINE(1:LINE-END - 1).
