/*
 * Makes the timer system calls that it is told to, and says what they returned: text in, text out.
 *
 *   about                  describes the machine: a word and its value a line
 *   script, calls, end     makes calls in fresh processes; a call is a line "PROCESS CALL ARGUMENT",
 *                          or with a letter for the call, and gives a line: a number, or the name
 *                          of an error
 *   race NAME ROUNDS TIME  two threads, again and again, for some seconds at most; a line for each
 *                          outcome: its count, its text
 *   times CALL WORKERS PROCESSES MILLIS  what a call takes: of so many workers, each on a CPU of its
 *                          own, threads of one process or (PROCESSES is 1) processes of their own; a
 *                          line with the calls and the ns of one
 *   growth TIMERS          creates so many timers in a process, and asks each for its overruns; a
 *                          line with the timers that the limit allowed, and the ns of both
 *   halfbuilt              calls beside a create that is stopped between insertion and publication
 *
 * Each answer ends with the line "end". Ends when its input does.
 *
 * As the first process of a virtual machine it says "ready" first. Then it can have a counter of ids
 * found and set, by whoever sees the memory of the machine: it says "mark N" when the counter is
 * N + OFF, three times, and "set N" when it is to be N, and waits for a line each time.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define RESTORE_IDS 77 /* PR_TIMER_CREATE_RESTORE_IDS, which older headers lack */
#define PROCESSES 6
#define USERS 3
#define BURST 64
#define OFF 7 /* so that no text in memory is taken for the counter */
#define WROTE (-100000) /* a failed create that changed the memory of the id */
#define UNMAPPED ((void *) 8)

/* Whether this is the first process of a virtual machine. */
static int is_guest;

/* ---- Calls ---- */

enum call {
  CREATE, CREATE_REALTIME, CREATE_BOOTTIME, CREATE_DEFAULT, CREATE_RAW_CLOCK, CREATE_BAD_CLOCK,
  CREATE_BAD_SIGNAL, CREATE_BAD_NOTIFY, CREATE_BAD_POINTER, CREATE_BAD_EVENT, CREATE_ALL_BAD,
  GETTIME, GETOVERRUN, ARM, ARM_PERIODIC, DISARM, SETTIME_BAD, DELETE, PRCTL, FORK, EXEC, START,
  COUNTER, CALLS,
  ADVANCE /* no call of scripts */
};

static const char *const names[CALLS] = {
  "create", "create-realtime", "create-boottime", "create-default", "create-raw-clock",
  "create-bad-clock", "create-bad-signal", "create-bad-notify", "create-bad-pointer",
  "create-bad-event", "create-all-bad", "gettime", "getoverrun", "arm", "arm-periodic", "disarm",
  "settime-bad", "delete", "prctl", "fork", "exec", "start",
  "counter"
};

struct request {
  int call;
  int argument;
};

static int result(long value) {
  return value < 0 ? -errno : (int) value;
}

static int create(int clock, struct sigevent *event, int wanted) {
  int id = wanted;
  if (syscall(SYS_timer_create, clock, event, &id) == 0) {
    return id;
  }
  return id == wanted ? -errno : WROTE;
}

/* A signal that never comes: no timer here expires. With SIGEV_NONE a timer that was disarmed would
 * still say how much time was left. */
static struct sigevent distant(void) {
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGALRM;
  return event;
}

static int settime(int id, long seconds, long nanos, long interval) {
  struct itimerspec new = {.it_interval = {interval, 0}, .it_value = {seconds, nanos}};
  return result(syscall(SYS_timer_settime, id, 0, &new, NULL));
}

/* Whether the timer is armed, and 2 more if it is periodic. */
static int gettime(int id) {
  struct itimerspec now;
  memset(&now, 0, sizeof now);
  if (syscall(SYS_timer_gettime, id, &now) != 0) {
    return -errno;
  }
  int armed = now.it_value.tv_sec != 0 || now.it_value.tv_nsec != 0;
  int periodic = now.it_interval.tv_sec != 0 || now.it_interval.tv_nsec != 0;
  return armed + 2 * periodic;
}

static int delete(int id) {
  return result(syscall(SYS_timer_delete, id));
}

static int restore_ids(int operation) {
  return result(prctl(RESTORE_IDS, (long) operation, 0L, 0L, 0L));
}

/* Creates and deletes until an id comes; the next create gets the one behind it. */
static int advance(int last) {
  struct sigevent event = distant();
  int id;
  do {
    id = create(CLOCK_MONOTONIC, &event, 0);
    if (id < 0 || delete(id) != 0) {
      return -EIO;
    }
  } while (id != last);
  return 0;
}

static int make(struct request request) {
  struct sigevent event = distant();
  int argument = request.argument;
  switch (request.call) {
    case CREATE: return create(CLOCK_MONOTONIC, &event, argument);
    case CREATE_REALTIME: return create(CLOCK_REALTIME, &event, argument);
    case CREATE_BOOTTIME: return create(CLOCK_BOOTTIME, &event, argument);
    case CREATE_DEFAULT: return create(CLOCK_MONOTONIC, NULL, argument);
    case CREATE_RAW_CLOCK: return create(CLOCK_MONOTONIC_RAW, &event, argument);
    case CREATE_BAD_CLOCK: return create(99, &event, argument);
    case CREATE_BAD_SIGNAL:
      event.sigev_signo = 0;
      return create(CLOCK_MONOTONIC, &event, argument);
    case CREATE_BAD_NOTIFY:
      event.sigev_notify = 77;
      return create(CLOCK_MONOTONIC, &event, argument);
    case CREATE_BAD_POINTER:
      return result(syscall(SYS_timer_create, CLOCK_MONOTONIC, &event, UNMAPPED));
    case CREATE_BAD_EVENT: return create(CLOCK_MONOTONIC, UNMAPPED, argument);
    case CREATE_ALL_BAD: return result(syscall(SYS_timer_create, 99, UNMAPPED, UNMAPPED));
    case GETTIME: return gettime(argument);
    case GETOVERRUN: return result(syscall(SYS_timer_getoverrun, argument));
    case ARM: return settime(argument, 1000000, 0, 0);
    case ARM_PERIODIC: return settime(argument, 1000000, 0, 7);
    case DISARM: return settime(argument, 0, 0, 0);
    case SETTIME_BAD: return settime(argument, 1, -1, 0);
    case DELETE: return delete(argument);
    case PRCTL: return restore_ids(argument);
    case ADVANCE: return advance(argument);
    default: return -ENOSYS;
  }
}

/* ---- Processes ---- */

/* How users are told apart: by numbers, by a namespace for each process, or not at all. */
static enum { NUMBERS, NAMESPACES, ONE_USER } users;
static unsigned first_user;
static int sockets[PROCESSES];
static pid_t pids[PROCESSES];

static void serve(int fd) {
  struct request requests[BURST];
  int results[BURST];
  ssize_t size;
  while ((size = recv(fd, requests, sizeof requests, 0)) > 0) {
    int count = (int) (size / (ssize_t) sizeof *requests);
    for (int i = 0; i < count; i++) {
      if (requests[i].call == FORK) {
        pid_t child = fork();
        if (child > 0) {
          _exit(0);
        }
        results[i] = child < 0 ? -errno : getpid();
      } else if (requests[i].call == EXEC) {
        char number[16];
        snprintf(number, sizeof number, "%d", fd);
        char *arguments[] = {"kernel", "serve", number, NULL};
        execv("/proc/self/exe", arguments);
        results[i] = -errno;
      } else {
        results[i] = make(requests[i]);
      }
    }
    if (send(fd, results, sizeof *results * (size_t) count, 0) < 0) {
      break;
    }
  }
  _exit(0);
}

static void stop(int process) {
  if (pids[process] != 0) {
    close(sockets[process]);
    waitpid(pids[process], NULL, 0);
    pids[process] = 0;
  }
}

static int become(int process, int limit) {
  if (users == NUMBERS) {
    uid_t user = first_user + (unsigned) (process % USERS);
    if (setresuid(user, user, user) != 0) {
      return -errno;
    }
  } else if (users == NAMESPACES && unshare(CLONE_NEWUSER) != 0) {
    return -errno;
  }
  struct rlimit pending;
  if (limit < 0) {
    return 0;
  }
  if (getrlimit(RLIMIT_SIGPENDING, &pending) != 0) {
    return -errno;
  }
  pending.rlim_cur = (rlim_t) limit;
  return result(setrlimit(RLIMIT_SIGPENDING, &pending));
}

static int start(int process, int limit) {
  stop(process);
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair) != 0) {
    return -errno;
  }
  pid_t child = fork();
  if (child == 0) {
    close(pair[0]);
    for (int other = 0; other < PROCESSES; other++) {
      if (pids[other] != 0) {
        close(sockets[other]);
      }
    }
    close(STDIN_FILENO);
    int error = become(process, limit);
    send(pair[1], &error, sizeof error, 0);
    serve(pair[1]);
  }
  close(pair[1]);
  int error = -EIO;
  if (child < 0 || recv(pair[0], &error, sizeof error, 0) != sizeof error || error != 0) {
    close(pair[0]);
    return error;
  }
  sockets[process] = pair[0];
  pids[process] = child;
  return 0;
}

/* ---- Scripts ---- */

/* A number, or the name of an error that the model has too. */
static const char *word(int value, char *buffer, size_t size) {
  switch (-value) {
    case EPERM: return "EPERM";
    case ENOENT: return "ENOENT";
    case ESRCH: return "ESRCH";
    case EAGAIN: return "EAGAIN";
    case EFAULT: return "EFAULT";
    case EBUSY: return "EBUSY";
    case EINVAL: return "EINVAL";
    case EOPNOTSUPP: return "EOPNOTSUPP";
    case -WROTE: return "WROTE";
    default:
      snprintf(buffer, size, value < 0 ? "errno %d" : "%d", abs(value));
      return buffer;
  }
}

static void print(int value) {
  char buffer[16];
  puts(word(value, buffer, sizeof buffer));
}

/* By its word, or by a letter: A for the first. A serial line is slow. */
static int call_of(const char *name) {
  if (name[0] != 0 && name[1] == 0 && name[0] >= 'A' && name[0] < 'A' + CALLS) {
    return name[0] - 'A';
  }
  int call = 0;
  while (call < CALLS && strcmp(names[call], name) != 0) {
    call++;
  }
  return call;
}

/* Has a process make calls; false if it is lost. */
static int burst(int process, struct request *requests, int count) {
  int results[BURST];
  if (pids[process] == 0 && start(process, -1) != 0) {
    return 0;
  }
  size_t expected = sizeof *results * (size_t) count;
  if (send(sockets[process], requests, sizeof *requests * (size_t) count, MSG_NOSIGNAL) < 0
      || recv(sockets[process], results, sizeof results, 0) != (ssize_t) expected) {
    return 0;
  }
  if (requests[0].call == FORK && results[0] > 0) {
    /* The timers of the parent are gone when it is. */
    waitpid(pids[process], NULL, 0);
    pids[process] = results[0];
    results[0] = 0;
  }
  for (int i = 0; i < count; i++) {
    print(results[i]);
  }
  return 1;
}

/* Waits until whoever sees this machine's memory has done what it was told. */
static int tell(const char *what, int number) {
  char line[64];
  printf("%s %d\n", what, number);
  fflush(stdout);
  return fgets(line, sizeof line, stdin) != NULL;
}

static int one_call(int process, int call, int argument) {
  struct request request = {call, argument};
  int answer;
  if (process < 0) {
    return make(request);
  }
  if (send(sockets[process], &request, sizeof request, MSG_NOSIGNAL) < 0
      || recv(sockets[process], &answer, sizeof answer, 0) != sizeof answer) {
    return -EIO;
  }
  return answer;
}

/* Has the counter of a process, of this one if it is -1, take three values. */
static int find_counter(int process) {
  static const int marks[] = {20001, 31003, 42077};
  for (int i = 0; i < 3; i++) {
    if (one_call(process, ADVANCE, marks[i] + OFF - 1) != 0 || !tell("mark", marks[i])) {
      return 0;
    }
  }
  return 1;
}

static int marked = -2;

static int set_counter(int process, int value) {
  if (marked != process && !find_counter(process)) {
    return -EIO;
  }
  marked = process;
  return tell("set", value) ? 0 : -EIO;
}

struct line {
  int process;
  struct request request;
};

static struct line *lines;
static size_t room;

/* Reads a script to its end; -1 if it is none. */
static long read_script(void) {
  char text[64];
  char name[32];
  long count = 0;
  int sound = 1;
  while (fgets(text, sizeof text, stdin) != NULL && strcmp(text, "end\n") != 0) {
    if ((size_t) count == room) {
      room = 2 * room + 1024;
      lines = realloc(lines, room * sizeof *lines);
      if (lines == NULL) {
        abort();
      }
    }
    struct line *line = &lines[count++];
    if (sscanf(text, "%d %31s %d", &line->process, name, &line->request.argument) != 3
        || line->process < 0 || line->process >= PROCESSES
        || (line->request.call = call_of(name)) == CALLS) {
      printf("unreadable: %s", text);
      sound = 0;
    }
  }
  return sound ? count : -1;
}

static int is_alone(int call) {
  return call == FORK || call == EXEC || call == START || call == COUNTER;
}

/* Makes the call of a line that no other is sent with. */
static int alone(struct line *line) {
  int argument = line->request.argument;
  switch (line->request.call) {
    case START:
      print(start(line->process, argument));
      return 1;
    case COUNTER:
      if (pids[line->process] == 0 && start(line->process, -1) != 0) {
        return 0;
      }
      print(set_counter(line->process, argument));
      return 1;
    default: return burst(line->process, &line->request, 1);
  }
}

static void script(void) {
  struct request requests[BURST];
  long count = read_script();
  int sound = count >= 0;
  first_user += USERS;
  marked = -2;
  for (long i = 0; sound && i < count;) {
    if (is_alone(lines[i].request.call)) {
      sound = alone(&lines[i++]);
      continue;
    }
    int process = lines[i].process;
    int size = 0;
    while (i < count && size < BURST && lines[i].process == process
        && !is_alone(lines[i].request.call)) {
      requests[size++] = lines[i++].request;
    }
    sound = burst(process, requests, size);
  }
  for (int process = 0; process < PROCESSES; process++) {
    stop(process);
  }
  if (!sound) {
    puts("lost: a process ended, or could not be started");
  }
}

/* ---- Races ---- */

static atomic_long release;
static atomic_long started;
static atomic_long finished;
static atomic_int leaving;
static int shared_id;

struct outcome {
  long count;
  char text[64];
};

struct race {
  const char *name;
  int (*prepare)(long round);
  int (*first)(void);
  int (*second)(void);
  void (*describe)(int first, int second, char *text, size_t size);
  void (*clear)(int first, int second);
  unsigned spread; /* how late the second actor may be, in steps of a loop */
};

#define SPREAD 256

static void wait_for(atomic_long *counter, long value) {
  for (int spins = 0; atomic_load_explicit(counter, memory_order_acquire) < value; spins++) {
    if (spins > 2000) {
      sched_yield();
    }
    if (atomic_load_explicit(&leaving, memory_order_relaxed)) {
      return;
    }
  }
}

/* Lets the actors meet at different places. */
static void stagger(unsigned *seed, unsigned spread) {
  *seed = *seed * 1664525u + 1013904223u;
  for (unsigned i = (*seed >> 8) % spread; i > 0; i--) {
    atomic_signal_fence(memory_order_seq_cst);
  }
}

struct partner {
  const struct race *race;
  int result;
};

/* What this program may run on, before its threads are pinned. */
static cpu_set_t allowed;

static void pin(int number) {
  for (int cpu = 0; cpu < CPU_SETSIZE; cpu++) {
    if (CPU_ISSET(cpu, &allowed) && number-- == 0) {
      cpu_set_t one;
      CPU_ZERO(&one);
      CPU_SET(cpu, &one);
      sched_setaffinity(0, sizeof one, &one);
      return;
    }
  }
}

static void *second_actor(void *argument) {
  struct partner *partner = argument;
  unsigned seed = 77;
  pin(1);
  for (long round = 1;; round++) {
    wait_for(&release, round);
    if (atomic_load(&leaving)) {
      return NULL;
    }
    atomic_store_explicit(&started, round, memory_order_release);
    stagger(&seed, partner->race->spread);
    partner->result = partner->race->second();
    atomic_store_explicit(&finished, round, memory_order_release);
  }
}

static int plain_create(void) {
  struct sigevent event = distant();
  return create(CLOCK_MONOTONIC, &event, 0);
}

static int create_at(int id) {
  struct sigevent event = distant();
  return create(CLOCK_MONOTONIC, &event, id);
}

/* The next plain create tries this id first. */
static int move_counter(int id) {
  restore_ids(1);
  int before = create_at(id - 1);
  if (before >= 0) {
    delete(before);
  }
  restore_ids(0);
  return before >= 0;
}

static const char *outcome(int value, const char *success, char *buffer, size_t size) {
  return value >= 0 ? success : word(value, buffer, size);
}

static void describe(
    const char *first, const char *second, char *text, size_t size) {
  snprintf(text, size, "%s, %s", first, second);
}

static int counter_at_the_top(long round) {
  (void) round;
  return move_counter(0x7fffffff);
}

static void with_ids(int first, int second, char *text, size_t size) {
  char one[32];
  char two[32];
  char buffer[16];
  snprintf(one, sizeof one, "%s%s", first < 0 ? "" : "ok ", word(first, buffer, sizeof buffer));
  snprintf(two, sizeof two, "%s%s", second < 0 ? "" : "ok ", word(second, buffer, sizeof buffer));
  describe(one, two, text, size);
}

static void delete_both(int first, int second) {
  if (first >= 0) {
    delete(first);
  }
  if (second >= 0) {
    delete(second);
  }
}

static int a_timer(long round) {
  (void) round;
  shared_id = plain_create();
  return shared_id >= 0 && settime(shared_id, 1000000, 0, 0) == 0;
}

static int delete_shared(void) {
  return delete(shared_id);
}

static void two_results(int first, int second, char *text, size_t size) {
  char one[16];
  char two[16];
  describe(outcome(first, "ok", one, sizeof one), outcome(second, "ok", two, sizeof two), text, size);
}

static void nothing(int first, int second) {
  (void) first;
  (void) second;
}

/* Where the counter stands is known from the id before. */
static int next_id_known(long round) {
  if (round == 1) {
    shared_id = plain_create();
    delete(shared_id);
  }
  shared_id = shared_id == 0x7fffffff ? 0 : shared_id + 1;
  return 1;
}

static int find_shared(void) {
  return gettime(shared_id);
}

static void create_and_find(int first, int second, char *text, size_t size) {
  char one[16];
  char two[16];
  const char *created = first >= 0 && first != shared_id ? "other-id" : "ok";
  const char *found = second > 0 ? "stale" : "found";
  describe(
      outcome(first, created, one, sizeof one), outcome(second, found, two, sizeof two), text, size);
}

static void delete_first(int first, int second) {
  (void) second;
  if (first >= 0) {
    delete(first);
  }
}

static int deleted;

static int delete_and_create(void) {
  deleted = delete(shared_id);
  return plain_create();
}

static void delete_and_find(int first, int second, char *text, size_t size) {
  char one[40];
  char two[16];
  char buffer[16];
  char other[16];
  snprintf(
      one, sizeof one, "%s %s", outcome(deleted, "ok", other, sizeof other),
      outcome(first, "ok", buffer, sizeof buffer));
  /* The timer was armed, the one that may have its memory is not. */
  const char *found = second == 1 ? "found" : "stale";
  describe(one, outcome(second, found, two, sizeof two), text, size);
}

static int restoring(long round) {
  return round > 1 || restore_ids(1) == 0;
}

static int restore_five(void) {
  return create_at(5);
}

static const struct race races[] = {
  {"WrapAround", counter_at_the_top, plain_create, plain_create, with_ids, delete_both, SPREAD},
  {"DeleteAgainstDelete", a_timer, delete_shared, delete_shared, two_results, nothing, SPREAD},
  {"CreateAgainstFind", next_id_known, plain_create, find_shared, create_and_find, delete_first, 8 * SPREAD},
  {"DeleteAgainstFind", a_timer, delete_and_create, find_shared, delete_and_find, delete_first, SPREAD},
  {"RestoreAgainstRestore", restoring, restore_five, restore_five, two_results, delete_both, SPREAD},
};

#define RACES (sizeof races / sizeof *races)
#define OUTCOMES 32

static void count(struct outcome *outcomes, const char *text) {
  int i = 0;
  while (i < OUTCOMES - 1 && outcomes[i].count > 0 && strcmp(outcomes[i].text, text) != 0) {
    i++;
  }
  if (outcomes[i].count++ == 0) {
    snprintf(outcomes[i].text, sizeof outcomes[i].text, "%s", text);
  }
}

static void print_outcomes(const struct outcome *outcomes) {
  for (int i = 0; i < OUTCOMES && outcomes[i].count > 0; i++) {
    printf("%ld %s\n", outcomes[i].count, outcomes[i].text);
  }
}

static long seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec;
}

static void run_race(const struct race *race, long rounds, long limit) {
  static struct outcome outcomes[OUTCOMES];
  struct partner partner = {race, 0};
  unsigned seed = 1;
  pthread_t thread;
  pin(0);
  if (pthread_create(&thread, NULL, second_actor, &partner) != 0) {
    puts("lost: no second thread");
    return;
  }
  long end = seconds() + limit;
  for (long round = 1; round <= rounds && (round % 64 != 0 || seconds() < end); round++) {
    if (!race->prepare(round)) {
      puts("lost: the set-up of a round failed");
      break;
    }
    atomic_store_explicit(&release, round, memory_order_release);
    wait_for(&started, round);
    stagger(&seed, SPREAD);
    int first = race->first();
    wait_for(&finished, round);
    char text[64];
    race->describe(first, partner.result, text, sizeof text);
    count(outcomes, text);
    race->clear(first, partner.result);
  }
  atomic_store(&leaving, 1);
  pthread_join(thread, NULL);
  print_outcomes(outcomes);
}

/* Runs a job in a process of its own, so that its threads, timers and counter end with it. */
static void apart(void (*job)(const void *, long, long), const void *argument, long one, long two) {
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    job(argument, one, two);
    fflush(stdout);
    _exit(0);
  }
  int status = -1;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
    puts("lost: the process ended");
  }
}

static void race_job(const void *race, long rounds, long limit) {
  run_race(race, rounds, limit);
}

/* The result of the create in the process that ended, if it had one before. */
static atomic_int *created;

#define KILLED (-200000)

static void *create_beside_exit(void *argument) {
  unsigned seed = *(const unsigned *) argument;
  pin(1);
  atomic_store_explicit(&started, 1, memory_order_release);
  wait_for(&release, 1);
  atomic_store_explicit(&started, 2, memory_order_release);
  stagger(&seed, SPREAD);
  atomic_store(created, plain_create());
  pause();
  return NULL;
}

static void exit_beside_create(unsigned round) {
  unsigned seed = round;
  unsigned other = round + 77;
  pthread_t thread;
  if (plain_create() < 0 || pthread_create(&thread, NULL, create_beside_exit, &other) != 0) {
    _exit(1);
  }
  wait_for(&started, 1);
  atomic_store_explicit(&release, 1, memory_order_release);
  wait_for(&started, 2);
  stagger(&seed, 8 * SPREAD);
  _exit(0);
}

/* How many timers and signals this process's user is charged for, or -1. */
static long charges(void) {
  char text[4096];
  int fd = open("/proc/self/status", O_RDONLY);
  ssize_t size = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
  close(fd);
  text[size < 0 ? 0 : size] = 0;
  const char *line = strstr(text, "\nSigQ:");
  return line == NULL ? -1 : atol(line + 6);
}

/* The same once what is being freed is free, or else after a second. */
static long charges_above(long before) {
  long end = seconds() + 2;
  while (charges() > before && seconds() < end) {
    sched_yield();
  }
  /* Once more: this process may have waited for a CPU since it looked. */
  return charges();
}

/* A process a round, of a user who has no other: what stays charged behind it has leaked. */
static void race_exit(const void *unused, long rounds, long limit) {
  static struct outcome outcomes[OUTCOMES];
  (void) unused;
  created = mmap(NULL, sizeof *created, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  long before = become(0, -1) == 0 ? charges() : -1;
  if (created == MAP_FAILED || before < 0) {
    puts("lost: no user of its own, or no /proc");
    return;
  }
  pin(0);
  long end = seconds() + limit;
  for (long round = 1; round <= rounds && seconds() < end; round++) {
    atomic_store(created, KILLED);
    pid_t child = fork();
    if (child == 0) {
      exit_beside_create((unsigned) round);
    }
    int status = -1;
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
      puts("lost: the set-up of a round failed");
      break;
    }
    long after = charges_above(before);
    if (after < 0) {
      puts("lost: /proc cannot be read any more");
      break;
    }
    char buffer[16];
    char text[64];
    int id = atomic_load(created);
    describe(
        after > before ? "leak" : "ok",
        id == KILLED ? "killed" : outcome(id, "ok", buffer, sizeof buffer), text, sizeof text);
    count(outcomes, text);
    before = after;
  }
  print_outcomes(outcomes);
}

static void race(const char *name, long rounds, long limit) {
  if (strcmp(name, "ExitAgainstCreate") == 0) {
    apart(race_exit, NULL, rounds, limit);
    return;
  }
  for (size_t i = 0; i < RACES; i++) {
    if (strcmp(races[i].name, name) == 0) {
      apart(race_job, &races[i], rounds, limit);
      return;
    }
  }
  printf("unreadable: no race %s\n", name);
}

/* ---- Times ---- */

#define WORKERS 1024
#define CALLS_AT_ONCE 64

struct worker {
  int is_create;
  int cpu;
  long end;
  long calls;
  long nanos;
};

static long nanos(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000L + now.tv_nsec;
}

/* A gettime of a timer of its own, or a create and its delete; 1 if a call failed. */
static int timed_call(int is_create, int id) {
  struct itimerspec spec;
  if (!is_create) {
    return syscall(SYS_timer_gettime, id, &spec) != 0;
  }
  int created = plain_create();
  return created < 0 || delete(created) != 0;
}

static void *work(void *argument) {
  struct worker *worker = argument;
  int id = plain_create();
  pin(worker->cpu);
  long begin = nanos();
  long now = begin;
  /* Once at least: on a busy machine the end may be over before its CPU is free. */
  do {
    for (int i = 0; i < CALLS_AT_ONCE; i++) {
      if (timed_call(worker->is_create, id) != 0) {
        worker->calls = -1;
        return NULL;
      }
    }
    worker->calls += CALLS_AT_ONCE;
    now = nanos();
  } while (now < worker->end);
  worker->nanos = now - begin;
  delete(id);
  return NULL;
}

static void work_apart(struct worker *workers, int count) {
  pid_t children[WORKERS];
  int status;
  for (int i = 0; i < count; i++) {
    children[i] = fork();
    if (children[i] == 0) {
      work(&workers[i]);
      _exit(0);
    }
  }
  for (int i = 0; i < count; i++) {
    waitpid(children[i], &status, 0);
  }
}

static void work_together(struct worker *workers, int count) {
  pthread_t threads[WORKERS];
  int started = 0;
  while (started < count
      && pthread_create(&threads[started], NULL, work, &workers[started]) == 0) {
    started++;
  }
  for (int i = 0; i < started; i++) {
    pthread_join(threads[i], NULL);
  }
}

struct timing {
  int is_create;
  int workers;
  int apart;
};

static void time_calls(const void *argument, long millis, long unused) {
  const struct timing *timing = argument;
  (void) unused;
  int count = timing->workers < WORKERS ? timing->workers : WORKERS;
  /* Processes see what each other write there. */
  struct worker *workers =
      mmap(NULL, WORKERS * sizeof *workers, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (workers == MAP_FAILED) {
    puts("lost: no memory");
    return;
  }
  long end = nanos() + millis * 1000000L;
  for (int i = 0; i < count; i++) {
    workers[i] = (struct worker) {timing->is_create, i, end, 0, 0};
  }
  (timing->apart ? work_apart : work_together)(workers, count);
  long calls = 0;
  double sum = 0;
  for (int i = 0; i < count; i++) {
    if (workers[i].calls <= 0) {
      puts("lost: a call failed");
      return;
    }
    calls += workers[i].calls;
    sum += (double) workers[i].nanos / (double) workers[i].calls;
  }
  printf("%ld %.1f\n", calls, sum / count);
}

static void times(const char *call, int workers, int processes, long millis) {
  struct timing timing = {strcmp(call, "create") == 0, workers, processes};
  apart(time_calls, &timing, millis, 0);
}

static void grow(const void *unused, long wanted, long unused_too) {
  (void) unused;
  (void) unused_too;
  /* Root may raise the limit as it needs, others to its own limit only. */
  struct rlimit pending = {RLIM_INFINITY, RLIM_INFINITY};
  if (setrlimit(RLIMIT_SIGPENDING, &pending) != 0 && getrlimit(RLIMIT_SIGPENDING, &pending) == 0) {
    pending.rlim_cur = pending.rlim_max;
    setrlimit(RLIMIT_SIGPENDING, &pending);
  }
  int *ids = malloc((size_t) wanted * sizeof *ids);
  long count = 0;
  long begin = nanos();
  while (ids != NULL && count < wanted && (ids[count] = plain_create()) >= 0) {
    count++;
  }
  long created = nanos();
  for (long i = 0; i < count; i++) {
    syscall(SYS_timer_getoverrun, ids[i]);
  }
  printf("%ld %ld %ld\n", count, created - begin, nanos() - created);
}

/* ---- Half-built timers ---- */

static char *stalling;
static int stalled_result;

static void *stalled_creator(void *unused) {
  struct sigevent event = distant();
  stalled_result = result(syscall(SYS_timer_create, CLOCK_MONOTONIC, &event, stalling));
  return unused;
}

static int stall_memory(void) {
  int fd = (int) syscall(SYS_userfaultfd, O_CLOEXEC);
  struct uffdio_api api = {.api = UFFD_API};
  if (fd < 0 || ioctl(fd, UFFDIO_API, &api) != 0) {
    return -1;
  }
  stalling = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  struct uffdio_register range = {
    .range = {(unsigned long) stalling, 4096}, .mode = UFFDIO_REGISTER_MODE_MISSING
  };
  return stalling == MAP_FAILED || ioctl(fd, UFFDIO_REGISTER, &range) != 0 ? -1 : fd;
}

/* The create of id 1 stops where it copies the id out. */
static void half_built(const void *unused, long one, long two) {
  (void) unused;
  (void) one;
  (void) two;
  int fd = stall_memory();
  if (fd < 0) {
    char buffer[16];
    printf("userfaultfd gives %s\n", word(-errno, buffer, sizeof buffer));
    return;
  }
  if (is_guest && set_counter(-1, 0) != 0) {
    puts("lost: the counter was not found");
    return;
  }
  print(plain_create());
  pthread_t thread;
  struct uffd_msg message;
  struct pollfd event = {fd, POLLIN, 0};
  if (pthread_create(&thread, NULL, stalled_creator, NULL) != 0 || poll(&event, 1, 10000) != 1
      || read(fd, &message, sizeof message) != sizeof message) {
    puts("lost: the create did not stop");
    return;
  }
  print(gettime(1));
  print(delete(1));
  print(restore_ids(1));
  print(create_at(1));
  print(restore_ids(0));
  if (is_guest) {
    set_counter(-1, 1);
  }
  print(plain_create());
  struct uffdio_zeropage page = {.range = {(unsigned long) stalling, 4096}};
  if (ioctl(fd, UFFDIO_ZEROPAGE, &page) != 0) {
    puts("lost: the create did not go on");
    return;
  }
  pthread_join(thread, NULL);
  print(stalled_result);
  print(*(int *) stalling);
  print(gettime(1));
  print(delete(1));
  print(delete(1));
}

/* ---- The machine ---- */

/* Numbers that no other program of this kind has: users' charges would meet. */
static void choose_users(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  unsigned mixed = (unsigned) getpid() * 2654435761u ^ (unsigned) now.tv_nsec;
  first_user = 1000000000u + mixed % 100000u * 20000u;
}

static void probe_users(void) {
  choose_users();
  fflush(stdout);
  users = geteuid() == 0 ? NUMBERS : NAMESPACES;
  if (start(0, -1) != 0) {
    users = ONE_USER;
  }
  stop(0);
}

/* In 6.15 and 6.16 a restore of no id keeps its charge: two of them leave nothing of two. */
static const char *charge_of_failed_restore(void) {
  int error = users == ONE_USER ? -EPERM : start(0, 2);
  struct request requests[] = {{PRCTL, 1}, {CREATE, -1}, {CREATE, -1}, {PRCTL, 0}, {CREATE, 0}};
  int results[5];
  if (error != 0 || send(sockets[0], requests, sizeof requests, MSG_NOSIGNAL) < 0
      || recv(sockets[0], results, sizeof results, 0) != sizeof results) {
    stop(0);
    return "unknown";
  }
  stop(0);
  first_user += USERS;
  return results[0] != 0 ? "unknown" : results[4] == -EAGAIN ? "kept" : "returned";
}

static void about(void) {
  struct utsname name;
  uname(&name);
  printf("release %s\n", name.release);
  printf("cpus %d\n", CPU_COUNT(&allowed));
  printf("exact-ids %s\n", restore_ids(2) >= 0 ? "yes" : "no");
  printf(
      "users %s\n", users == NUMBERS ? "shared" : users == NAMESPACES ? "apart" : "none");
  printf("failed-restore %s\n", charge_of_failed_restore());
}

/* What the first process has to do before anything else. */
static void become_init(void) {
  struct rlimit many = {1000000, 1000000};
  struct termios terminal;
  mkdir("/proc", 0755);
  if (mount("proc", "/proc", "proc", 0, "") != 0 || setrlimit(RLIMIT_SIGPENDING, &many) != 0) {
    puts("lost: no /proc, or no limit");
  }
  if (tcgetattr(STDIN_FILENO, &terminal) == 0) {
    cfmakeraw(&terminal);
    tcsetattr(STDIN_FILENO, TCSANOW, &terminal);
  }
  setvbuf(stdout, NULL, _IOFBF, 1 << 16);
  puts("ready");
  fflush(stdout);
}

int main(int count, char **arguments) {
  if (count == 3 && strcmp(arguments[1], "serve") == 0) {
    int fd = atoi(arguments[2]);
    int success = 0;
    send(fd, &success, sizeof success, 0);
    serve(fd);
  }
  is_guest = getpid() == 1;
  if (is_guest) {
    become_init();
  }
  signal(SIGPIPE, SIG_IGN);
  sched_getaffinity(0, sizeof allowed, &allowed);
  prctl(PR_SET_CHILD_SUBREAPER, 1L, 0L, 0L, 0L);
  probe_users();
  char line[64];
  char name[32];
  long rounds;
  long limit;
  int processes;
  while (fgets(line, sizeof line, stdin) != NULL) {
    if (strcmp(line, "about\n") == 0) {
      about();
    } else if (strcmp(line, "script\n") == 0) {
      script();
    } else if (strcmp(line, "halfbuilt\n") == 0) {
      apart(half_built, NULL, 0, 0);
    } else if (sscanf(line, "times %31s %ld %d %ld", name, &rounds, &processes, &limit) == 4) {
      times(name, (int) rounds, processes, limit);
    } else if (sscanf(line, "growth %ld", &rounds) == 1) {
      apart(grow, NULL, rounds, 0);
    } else if (sscanf(line, "race %31s %ld %ld", name, &rounds, &limit) == 3) {
      race(name, rounds, limit);
    } else {
      printf("unreadable: %s", line);
    }
    puts("end");
    fflush(stdout);
  }
  return 0;
}
