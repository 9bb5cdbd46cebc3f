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
      "A program gets a bogus error number, or a negative id that no call accepts."),
  WRAPS_TO_ZERO(
      "After INT_MAX the id search wraps to 0.",
      "3.10, commit 5ed67f05f66c",
      "A process whose counter has reached INT_MAX cannot create timers"
          + " although most ids are free."),
  WRAP_AS_DESCRIBED(
      "After INT_MAX one create fails with -EAGAIN, and the next one gets the"
          + " first free id from 0 on.",
      "the RFC's changelog: \"it will be dropped to zero and -EAGAIN will be returned to user\"",
      "The patch does not do what its changelog says."),
  EAGAIN_ONLY_WHEN_FULL(
      "A create fails with -EAGAIN for lack of an id only if all ids were in"
          + " use at some point of the call: those of the process, or those of all"
          + " processes that share one id space.",
      "POSIX",
      "A program gets -EAGAIN while ids are free."),
  BOUNDED_SEARCH(
      "A create ends after at most 2^width tries, whatever other threads do.",
      "the syzbot report of 2023 and the analysis of an endless loop",
      "A thread loops in the kernel for as long as other threads keep advancing the counter."),
  CALLS_END(
      "Every call returns, and none throws.",
      "the syzbot report of 2023, and the soft lockups of 2011 and 2025",
      "A CPU hangs in the kernel, and so does every CPU that waits for a lock held there."),
  NO_DANGLING_TIMER(
      "A failed create and a deleted timer leave nothing findable, hashed or charged.",
      "memory safety",
      "Freed memory stays in the table: a use-after-free that an unprivileged"
          + " process can trigger."),
  NO_LOST_TIMER(
      "A live timer is always found by its owner.",
      "timer_gettime(2)",
      "A running timer can no longer be read, changed or deleted."),
  NO_STALE_FIND(
      "A lookup never yields a deleted, recycled or half-built timer, and never reads a freed one.",
      "6.15, commits 2389c6efd3ad and 45ece9933d4a",
      "A program acts on another process's timer, or the kernel uses fields"
          + " that are not initialised yet."),
  SINGLE_DELETE(
      "Of two deletes of one timer exactly one succeeds, and no timer is unhashed or freed twice.",
      "timer_delete(2)",
      "A timer is freed twice."),
  OWNER_ISOLATION(
      "An id in use by one process is free for every other, and no lookup"
          + " returns another process's timer.",
      "the RFC: \"they can intersect between tasks\"",
      "A process cannot be restored because another one uses its ids, or it"
          + " accesses another process's timer."),
  REJECTS_OUT_OF_RANGE(
      "An id outside 0..INT_MAX is never found.",
      "3.10, which added the check",
      "An invalid id aliases a valid one, and acts on its timer."),
  FIND_WITHOUT_LOCK(
      "A find completes while a writer is stalled at any point.",
      "Dumazet, 2012: \"rcu friendly\"",
      "One preempted writer blocks every lookup on the machine."),
  CREATE_INDEPENDENT(
      "A create of one process completes while a writer of another is stalled.",
      "Gleixner, 2012 and 2025",
      "Unrelated processes wait for each other."),
  EXACT_RESTORE(
      "A create at a given id yields that id, or fails with -EBUSY and leaves"
          + " the counter unchanged.",
      "CRIU",
      "A checkpoint cannot be restored, or its ids change."),
  RESTORABLE_IDS(
      "A restored process gets every id of its checkpoint, by exact create or"
          + " by a loop of creates and deletes, whichever ids other processes use.",
      "the RFC's purpose: CRIU",
      "A process cannot be restored while other processes use its ids."),
  SEQUENTIAL_IDS(
      "Alone, a process gets the ids n, n+1, ...",
      "CRIU, whose restore loop before 6.15 relies on it",
      "CRIU's loop of creates and deletes never reaches the id that it needs."),
  NO_LEAK_ON_EXIT(
      "After exit no timer of the process is hashed, even with creates concurrent to the exit.",
      "exit_itimers",
      "Timers of a dead process stay in the table, and lookups walk over freed memory."),
  FLAT_LOOKUP(
      "The cost of a find is constant, or at most logarithmic, in the number of timers, and does"
          + " not grow with the creates and deletes before it.",
      "Dumazet, 2012: \"fixed size hash table\"",
      "Every lookup gets slower with each timer on the machine."),
  EVEN_BUCKETS(
      "Timers of many processes, or of one with ids far apart, spread over all buckets.",
      "found later: the RFC's hash ignores address bits 13 to 35",
      "Thousands of processes share a few chains while most buckets stay empty."),
  AS_GOOD_AS_BEFORE(
      "A find is as cheap as one of GlobalIdr: at most a quarter more loads"
          + " and working set, no allocation, and no store to a location that other"
          + " finds access.",
      "Dumazet, 2012: \"keep performance as good as before\"",
      "Programs that read many timers get slower with the new kernel."),
  SCALABLE_FIND(
      "Any two finds are conflict-free: neither writes a location that the other accesses.",
      "Gleixner, 2012: \"a massive scalability problem\"",
      "Each lookup takes a cache line away from all other CPUs that look up timers."),
  SCALABLE_CREATE(
      "Creates and deletes of different processes are conflict-free, unless"
          + " two timers hash to one bucket.",
      "Gleixner, 2012 and 2025, and 6.15, commit 1535cb80286e",
      "Unrelated processes slow each other down, the more so the more CPUs there are."),
  FIND_BESIDE_CHANGE(
      "A find shares with a create or delete of another timer no location"
          + " that the find writes, and no lock.",
      "Dumazet, 2012: \"rcu friendly\"",
      "Lookups, and creates and deletes of other timers, slow each other down.");

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
