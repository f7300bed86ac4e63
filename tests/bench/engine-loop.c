/*
 * The convolution that anyone would write down first, one scalar at a time: what the engine's kernels are held
 * against. Prints the median milliseconds of one convolution, its padding included.
 *
 *   engine-loop channels side filters kernel padding runs
 */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef REAL
#define REAL double
#endif

static REAL *filled(size_t length) {
  REAL *values = malloc(length * sizeof(REAL));
  if (values == NULL) exit(1);
  for (size_t index = 0; index < length; index++) values[index] = (REAL)((index * 7919) % 17) / 16 - (REAL)0.5;
  return values;
}

static void pad(const REAL *input, REAL *padded, int channels, int side, int padding) {
  int padded_side = side + 2 * padding;
  memset(padded, 0, (size_t)channels * padded_side * padded_side * sizeof(REAL));
  for (int channel = 0; channel < channels; channel++) {
    for (int row = 0; row < side; row++) {
      memcpy(padded + ((size_t)channel * padded_side + row + padding) * padded_side + padding,
             input + ((size_t)channel * side + row) * side, side * sizeof(REAL));
    }
  }
}

static void convolve(const REAL *restrict input, const REAL *restrict weight, REAL *restrict output, int channels,
                     int side, int filters, int kernel) {
  int output_side = side - kernel + 1;
  for (int filter = 0; filter < filters; filter++) {
    for (int row = 0; row < output_side; row++) {
      for (int column = 0; column < output_side; column++) {
        REAL sum = 0;
        for (int channel = 0; channel < channels; channel++) {
          for (int kernel_row = 0; kernel_row < kernel; kernel_row++) {
            for (int kernel_column = 0; kernel_column < kernel; kernel_column++) {
              sum += input[((size_t)channel * side + row + kernel_row) * side + column + kernel_column] *
                     weight[(((size_t)filter * channels + channel) * kernel + kernel_row) * kernel + kernel_column];
            }
          }
        }
        output[((size_t)filter * output_side + row) * output_side + column] = sum;
      }
    }
  }
}

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int ascending(const void *left, const void *right) {
  double difference = *(const double *)left - *(const double *)right;
  return (difference > 0) - (difference < 0);
}

int main(int count, char **words) {
  if (count != 7) return 1;
  int channels = atoi(words[1]), side = atoi(words[2]), filters = atoi(words[3]);
  int kernel = atoi(words[4]), padding = atoi(words[5]), runs = atoi(words[6]);
  int padded_side = side + 2 * padding;
  int output_side = padded_side - kernel + 1;
  REAL *input = filled((size_t)channels * side * side);
  REAL *weight = filled((size_t)filters * channels * kernel * kernel);
  REAL *padded = filled((size_t)channels * padded_side * padded_side);
  REAL *output = filled((size_t)filters * output_side * output_side);
  double *times = malloc(runs * sizeof(double));
  volatile REAL kept = 0;
  if (times == NULL) return 1;
  for (int run = -2; run < runs; run++) {
    double begin = milliseconds();
    pad(input, padded, channels, side, padding);
    convolve(padded, weight, output, channels, padded_side, filters, kernel);
    if (run >= 0) times[run] = milliseconds() - begin;
    kept += output[(run + 2) % 7];
  }
  qsort(times, runs, sizeof(double), ascending);
  printf("%f\n", times[runs / 2]);
  return 0;
}
