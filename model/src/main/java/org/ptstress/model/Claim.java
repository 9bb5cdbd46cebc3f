package org.ptstress.model;

/** The properties at stake. Each names who demanded it, and says what breaking it means. */
public enum Claim {
  UNIQUE_IDS(
      "No two live timers of one process share an id.",
      "the RFC: \"makes timer ids unique not globally, but per task\"",
      "A program arms or deletes the wrong one of two timers."),
  VALID_IDS(
      "A returned id lies in 0..INT_MAX.",
      "the RFC: \"If free timer id reaches negative value ...\"",
      "A program gets an error number that means nothing, or a negative id that no call accepts."),
  WRAPS_TO_ZERO(
      "After INT_MAX the search goes on at 0.",
      "3.10, commit 5ed67f05f66c",
      "A process that has used up the upper end of the ids cannot create timers although most ids are free."),
  WRAP_AS_DESCRIBED(
      "Behind INT_MAX one create gets -EAGAIN, and the next one the first free id from 0 on.",
      "the RFC's changelog: \"it will be dropped to zero and -EAGAIN will be returned to user\"",
      "The patch does something else than its author told the reviewers."),
  EAGAIN_ONLY_WHEN_FULL(
      "-EAGAIN for want of an id means that at some moment of the call all ids were taken: those of the"
          + " process, or those of all processes that share one space of ids.",
      "POSIX",
      "A program is told that resources are exhausted while ids are free."),
  BOUNDED_SEARCH(
      "A create ends after at most 2^width tries, whatever other threads do.",
      "the syzbot report of 2023 and the analysis of an endless loop",
      "A thread loops inside the kernel for as long as other threads keep moving the counter."),
  CALLS_END(
      "Every call returns, and none throws.",
      "the syzbot report of 2023, and the soft lockups of 2011 and 2025",
      "A CPU is lost in the kernel, and with it whoever waits for the lock that is held there."),
  NO_DANGLING_TIMER(
      "A failed create and a deleted timer leave nothing findable, hashed or charged.",
      "memory safety",
      "Freed memory stays in a chain: a use after free that an unprivileged process can provoke."),
  NO_LOST_TIMER(
      "A live timer is always found by its owner.",
      "timer_gettime(2)",
      "A running timer can no longer be read, changed or deleted."),
  NO_STALE_FIND(
      "A lookup never yields a deleted, recycled or half-built timer, and never reads a freed one.",
      "6.15, commits 2389c6efd3ad and 45ece9933d4a",
      "A program acts on somebody else's timer, or the kernel on fields that are not written yet."),
  SINGLE_DELETE(
      "Of two deletes of one timer exactly one succeeds, and no timer is unhashed or freed twice.",
      "timer_delete(2)",
      "A timer is freed twice."),
  OWNER_ISOLATION(
      "Ids may repeat across processes, whichever others hold, and lookups never cross them.",
      "the RFC: \"they can intersect between tasks\"",
      "A process cannot be restored with its ids because another one holds them, or reaches another's timer."),
  REJECTS_OUT_OF_RANGE(
      "An id outside 0..INT_MAX is never found.",
      "3.10, which added the check",
      "An invalid id aliases a valid one, and acts on its timer."),
  FIND_WITHOUT_LOCK(
      "A find completes while a writer is stalled at any point.",
      "Dumazet, 2012: \"rcu friendly\"",
      "One preempted writer stops every lookup of the machine."),
  CREATE_INDEPENDENT(
      "A create of one process completes while a writer of another is stalled.",
      "Gleixner, 2012 and 2025",
      "Processes that share nothing wait for each other."),
  EXACT_RESTORE(
      "A given id is created, or -EBUSY is returned without moving the counter.",
      "CRIU",
      "A checkpoint cannot be restored, or its ids change."),
  RESTORABLE_IDS(
      "A process gets every id of its checkpoint, by exact create or by a loop of creates and deletes,"
          + " whichever ids other processes hold.",
      "the RFC's purpose: CRIU",
      "A process cannot be restored on a machine where others run."),
  SEQUENTIAL_IDS(
      "Alone, a process gets the ids n, n+1, ...",
      "CRIU, whose restore loop before 6.15 relies on it",
      "CRIU's loop of creates and deletes never reaches the id that it needs."),
  NO_LEAK_ON_EXIT(
      "After exit, concurrent creates or not, nothing of the process is hashed.",
      "exit_itimers",
      "The memory of a process that has ended stays in the table, and can be walked into."),
  FLAT_LOOKUP(
      "The cost of a find does not grow with the number of timers, or no faster than a logarithm.",
      "Dumazet, 2012: \"fixed size hash table\"",
      "Every lookup gets slower with each timer on the machine."),
  EVEN_BUCKETS(
      "Timers of many processes, or of one with ids far apart, spread over all buckets.",
      "found later: the RFC's hash ignores address bits 13 to 35",
      "Thousands of processes share a few chains while most buckets stay empty."),
  AS_GOOD_AS_BEFORE(
      "A find costs what GlobalIdr's does: at most a quarter more loads and working set, no"
          + " allocation, and no store to what other finds touch.",
      "Dumazet, 2012: \"keep performance as good as before\"",
      "Programs that read many timers get slower with the new kernel."),
  SCALABLE_FIND(
      "Two finds share nothing that either writes, whoever makes them.",
      "Gleixner, 2012: \"a massive scalability problem\"",
      "Each CPU that looks up a timer takes a cache line from all others that do."),
  SCALABLE_CREATE(
      "Creates and deletes of different processes share nothing that either writes, but where two"
          + " timers fall into one bucket.",
      "Gleixner, 2012 and 2025, and 6.15, commit 1535cb80286e",
      "Processes that share nothing slow each other down, the more CPUs there are."),
  FIND_BESIDE_CHANGE(
      "A find shares with a create or delete of another timer nothing that it writes itself, and"
          + " nothing of a lock.",
      "Dumazet, 2012: \"rcu friendly\"",
      "Lookups slow down, and are slowed down by, whoever creates and deletes other timers.");

  private final String statement;
  private final String demandedBy;
  private final String consequence;

  Claim(String statement, String demandedBy, String consequence) {
    this.statement = statement;
    this.demandedBy = demandedBy;
    this.consequence = consequence;
  }

  /**
   * The property.
   *
   * @return a sentence
   */
  public String statement() {
    return statement;
  }

  /**
   * The source of the demand.
   *
   * @return a person, a mail or a commit
   */
  public String demandedBy() {
    return demandedBy;
  }

  /**
   * The consequence of breaking it for a program or the kernel.
   *
   * @return a sentence
   */
  public String consequence() {
    return consequence;
  }
}
