/*
 * @CLAIM@
 *
 * @KERNELS@. The execution of the model is @SCENARIO@:
 * @DESCRIPTION@
 * Here a create stops between both, because it writes its id to a page that is not there yet; then
 * the counter of ids comes around, and the next create gets the same id.
 *
 *   cc -O2 -pthread -o @NAME@ @NAME@.c && sudo ./@NAME@
 *
 * Exits with 0 if the next create gets another id, 1 if two live timers have one id, 77 if no page
 * can be held back (userfaultfd for the kernel's accesses takes root), 2 if calls fail. A kernel
 * without restore mode is brought around by 2^31 creates, which take the better part of an hour.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define RESTORE_IDS 77 /* PR_TIMER_CREATE_RESTORE_IDS, which older headers lack */

static int *held;
static int held_result;

static int create(int *id) {
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGALRM;
  return syscall(SYS_timer_create, CLOCK_MONOTONIC, &event, id) == 0 ? *id : -errno;
}

static int create_next(void) {
  int id = 0;
  return create(&id);
}

static int delete(int id) {
  return syscall(SYS_timer_delete, id) == 0 ? 0 : -errno;
}

static int restore_mode(int on) {
  return prctl(RESTORE_IDS, (long) on, 0L, 0L, 0L);
}

static void *held_creator(void *unused) {
  held_result = create(held);
  return unused;
}

/* A page that is not there until this program says so. */
static int hold_page(void) {
  int fd = (int) syscall(SYS_userfaultfd, O_CLOEXEC);
  struct uffdio_api api = {.api = UFFD_API};
  struct uffdio_register range = {.mode = UFFDIO_REGISTER_MODE_MISSING};
  if (fd < 0 || ioctl(fd, UFFDIO_API, &api) != 0) {
    return -1;
  }
  held = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  range.range.start = (unsigned long) held;
  range.range.len = 4096;
  return held == MAP_FAILED || ioctl(fd, UFFDIO_REGISTER, &range) != 0 ? -1 : fd;
}

/* The next create tries the id behind this one first. */
static int come_around_to(int last) {
  int id = last;
  if (restore_mode(1) == 0) {
    id = create(&id);
    return restore_mode(0) == 0 && id == last ? delete(id) : -EIO;
  }
  fputs("2^31 creates and deletes begin.\n", stderr);
  do {
    id = create_next();
    if (id < 0 || delete(id) != 0) {
      return -EIO;
    }
  } while (id != last);
  return 0;
}

int main(void) {
  int fd = hold_page();
  int first = create_next();
  pthread_t thread;
  struct uffd_msg message;
  struct pollfd event = {fd, POLLIN, 0};
  if (fd < 0) {
    puts("Not applicable: userfaultfd cannot delay a page fault.");
    return 77;
  }
  if (first < 0 || delete(first) != 0 || pthread_create(&thread, NULL, held_creator, NULL) != 0
      || poll(&event, 1, 10000) != 1 || read(fd, &message, sizeof message) != sizeof message) {
    puts("The create did not stop.");
    return 2;
  }
  int around = come_around_to(first);
  int second = create_next();
  struct uffdio_zeropage page = {.range = {(unsigned long) held, 4096}};
  if (ioctl(fd, UFFDIO_ZEROPAGE, &page) != 0 || pthread_join(thread, NULL) != 0 || around != 0
      || second < 0 || held_result < 0) {
    puts("A call failed.");
    return 2;
  }
  int deletes = (delete(held_result) == 0) + (delete(second) == 0);
  printf("The create that stopped got id %d, the other one %d; %d deletes succeed.\n",
         held_result, second, deletes);
  puts(second == held_result && deletes == 2 ? "Present." : "Absent.");
  return second == held_result && deletes == 2;
}
