/*
 * LD_PRELOAD: writes down, in their order, every write, truncation, sync and removal of the files in one folder, so that
 * what a disk held at any moment can be rebuilt. It changes nothing. POWER_CUT_FOLDER ends with a slash.
 * A record is { u32 kind, u32 file, u64 offset, u64 length } and then, for 'o' a name and for 'w' the bytes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 65536
static int file_of[MOST];
static int files = 0;
static int log_fd = -1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static const char *watched(const char *path) {
  const char *folder = getenv("POWER_CUT_FOLDER");
  if (folder == NULL || path == NULL) return NULL;
  size_t length = strlen(folder);
  if (strncmp(path, folder, length) != 0) {
    /* The folder itself: its syncs are what makes names last. */
    return strlen(path) == length - 1 && strncmp(path, folder, length - 1) == 0 ? "." : NULL;
  }
  return path + length;
}

static void put(uint32_t kind, uint32_t file, uint64_t offset, uint64_t length, const void *data, size_t bytes) {
  struct { uint32_t kind, file; uint64_t offset, length; } head = { kind, file, offset, length };
  if (log_fd < 0) log_fd = (int)syscall(SYS_openat, AT_FDCWD, getenv("POWER_CUT_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  struct iovec parts[2] = { { &head, sizeof head }, { (void *)data, bytes } };
  /* A record that is not whole would be a lie about every later one. */
  if (syscall(SYS_writev, log_fd, parts, bytes > 0 ? 2 : 1) != (long)(sizeof head + bytes)) abort();
}

static int known(int fd) { return fd >= 0 && fd < MOST ? file_of[fd] : 0; }

static int opened(int fd, const char *path, int flags) {
  const char *name = watched(path);
  if (fd < 0 || fd >= MOST) return fd;
  pthread_mutex_lock(&turn);
  file_of[fd] = 0;
  if (name != NULL) {
    file_of[fd] = ++files;
    put('o', files, 0, strlen(name), name, strlen(name));
    if (flags & O_TRUNC) put('t', files, 0, 0, NULL, 0);
  }
  pthread_mutex_unlock(&turn);
  return fd;
}

#define MODE(flags, mode) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags, mode) return opened(REAL(open)(path, flags, mode), path, flags); }
int open64(const char *path, int flags, ...) { MODE(flags, mode) return opened(REAL(open64)(path, flags, mode), path, flags); }
int openat(int at, const char *path, int flags, ...) { MODE(flags, mode) return opened(REAL(openat)(at, path, flags, mode), path, flags); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags, mode) return opened(REAL(openat64)(at, path, flags, mode), path, flags); }

int close(int fd) {
  if (fd >= 0 && fd < MOST) file_of[fd] = 0;
  return REAL(close)(fd);
}

static ssize_t written(int fd, const void *data, ssize_t bytes, off64_t offset) {
  if (bytes > 0 && known(fd)) {
    pthread_mutex_lock(&turn);
    put('w', known(fd), (uint64_t)offset, (uint64_t)bytes, data, (size_t)bytes);
    pthread_mutex_unlock(&turn);
  }
  return bytes;
}

ssize_t pwrite(int fd, const void *data, size_t bytes, off_t offset) { return written(fd, data, REAL(pwrite)(fd, data, bytes, offset), offset); }
ssize_t pwrite64(int fd, const void *data, size_t bytes, off64_t offset) { return written(fd, data, REAL(pwrite64)(fd, data, bytes, offset), offset); }
ssize_t write(int fd, const void *data, size_t bytes) {
  ssize_t done = REAL(write)(fd, data, bytes);
  if (done <= 0 || !known(fd)) return done;
  return written(fd, data, done, lseek64(fd, 0, SEEK_CUR) - done);
}
/* Nothing here knows what these would do to the disk: better no answer than a wrong one. */
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) { if (known(fd)) abort(); return REAL(pwritev)(fd, parts, count, offset); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { if (known(fd)) abort(); return REAL(pwritev64)(fd, parts, count, offset); }
ssize_t writev(int fd, const struct iovec *parts, int count) { if (known(fd)) abort(); return REAL(writev)(fd, parts, count); }

static int noted(int result, int fd, uint32_t kind, uint64_t length) {
  if (result == 0 && known(fd)) {
    pthread_mutex_lock(&turn);
    put(kind, known(fd), 0, length, NULL, 0);
    pthread_mutex_unlock(&turn);
  }
  return result;
}

int fsync(int fd) { return noted(REAL(fsync)(fd), fd, 's', 0); }
int fdatasync(int fd) { return noted(REAL(fdatasync)(fd), fd, 's', 0); }
int ftruncate(int fd, off_t length) { return noted(REAL(ftruncate)(fd, length), fd, 't', (uint64_t)length); }
int ftruncate64(int fd, off64_t length) { return noted(REAL(ftruncate64)(fd, length), fd, 't', (uint64_t)length); }

static void removed(const char *name, int result) {
  if (name == NULL || result != 0) return;
  pthread_mutex_lock(&turn);
  put('u', 0, 0, strlen(name), name, strlen(name));
  pthread_mutex_unlock(&turn);
}
int unlink(const char *path) { int result = REAL(unlink)(path); removed(watched(path), result); return result; }
int rename(const char *from, const char *to) { if (watched(from) || watched(to)) abort(); return REAL(rename)(from, to); }
