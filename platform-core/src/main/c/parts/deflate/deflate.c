/// zlib: streams in memory of the collector, so that nobody has to end them.
#include "../growing.h"

#include <zlib.h>

#define LARGEST_STEP 0x40000000

static voidpf allocate(voidpf opaque, uInt count, uInt size) {
  (void)opaque;
  return cj_alloc((int64_t)count * size);
}

static void release(voidpf opaque, voidpf block) {
  (void)opaque;
  cj_free(block);
}

static z_stream *stream_new(void) {
  z_stream *stream = cj_alloc(sizeof(z_stream));
  stream->zalloc = allocate;
  stream->zfree = release;
  return stream;
}

/// A compressor, or NULL for parameters that zlib does not take. An empty dictionary is none.
void *cj_deflate_new(int64_t level, int64_t method, int64_t window, int64_t memory, int64_t strategy, CjBytes dictionary) {
  z_stream *stream = stream_new();
  if (deflateInit2(stream, (int)level, (int)method, (int)window, (int)memory, (int)strategy) != Z_OK) return NULL;
  if (dictionary.length > 0 && deflateSetDictionary(stream, dictionary.data, (uInt)dictionary.length) != Z_OK) return NULL;
  return stream;
}

void *cj_deflate_copy(void *compressor) {
  z_stream *copy = cj_alloc(sizeof(z_stream));
  return deflateCopy(copy, compressor) == Z_OK ? copy : NULL;
}

/// What comes out for `data`; `flush` is zlib's. *status is zlib's too.
CjBytes cj_deflate_run(void *compressor, CjBytes data, int64_t flush, int64_t *status) {
  z_stream *stream = compressor;
  CjGrowing output = cj_growing_start(256 + data.length / 8);
  int64_t left = data.length;
  stream->next_in = (Bytef *)data.data;
  int result;
  do {
    uInt step = left > LARGEST_STEP ? LARGEST_STEP : (uInt)left;
    left -= step;
    stream->avail_in = step;
    do {
      cj_growing_reserve(&output, -1);
      int64_t room = output.capacity - output.length;
      uInt given = room > LARGEST_STEP ? LARGEST_STEP : (uInt)room;
      stream->next_out = output.data + output.length;
      stream->avail_out = given;
      result = deflate(stream, left ? Z_NO_FLUSH : (int)flush);
      output.length += given - stream->avail_out;
    } while (stream->avail_out == 0 && result == Z_OK);
  } while (left > 0 && (result == Z_OK || result == Z_BUF_ERROR));
  *status = result == Z_BUF_ERROR ? Z_OK : result;
  return cj_growing_bytes(&output);
}

/// A decompressor, or NULL for a window size that zlib does not take.
void *cj_inflate_new(int64_t window) {
  z_stream *stream = stream_new();
  return inflateInit2(stream, (int)window) == Z_OK ? stream : NULL;
}

void *cj_inflate_copy(void *decompressor) {
  z_stream *copy = cj_alloc(sizeof(z_stream));
  return inflateCopy(copy, decompressor) == Z_OK ? copy : NULL;
}

/// What `data` gives, at most `limit` bytes unless that is negative. *consumed counts the bytes of `data` that were
/// used. *status is zlib's: 1 at the end of the stream, 0 or -5 when more data is needed, 2 for a missing dictionary.
CjBytes cj_inflate_run(
    void *decompressor, CjBytes data, CjBytes dictionary, int64_t limit, int64_t *consumed, int64_t *status) {
  z_stream *stream = decompressor;
  int64_t first = data.length * 4 + 64;
  CjGrowing output = cj_growing_start(limit >= 0 && limit < first ? (limit ? limit : 1) : first);
  int64_t left = data.length;
  int result = Z_OK;
  stream->next_in = (Bytef *)data.data;
  stream->avail_in = 0;
  while (cj_growing_reserve(&output, limit)) {
    if (stream->avail_in == 0) {
      uInt step = left > LARGEST_STEP ? LARGEST_STEP : (uInt)left;
      left -= step;
      stream->avail_in = step;
    }
    int64_t room = (limit >= 0 && limit < output.capacity ? limit : output.capacity) - output.length;
    uInt given = room > LARGEST_STEP ? LARGEST_STEP : (uInt)room;
    stream->next_out = output.data + output.length;
    stream->avail_out = given;
    result = inflate(stream, Z_SYNC_FLUSH);
    output.length += given - stream->avail_out;
    if (result == Z_NEED_DICT && dictionary.length > 0) {
      result = inflateSetDictionary(stream, dictionary.data, (uInt)dictionary.length);
      if (result == Z_OK) continue;
    }
    if (result == Z_OK && (stream->avail_out == 0 || left > 0)) continue;
    break;
  }
  *consumed = data.length - left - stream->avail_in;
  *status = result;
  return cj_growing_bytes(&output);
}

/// The dictionary for raw streams, which do not ask for it; false when zlib refuses it.
CjBool cj_inflate_dictionary(void *decompressor, CjBytes dictionary) {
  return inflateSetDictionary(decompressor, dictionary.data, (uInt)dictionary.length) == Z_OK;
}

/// zlib's words about the last error, empty when it has none.
CjStr cj_deflate_message(void *stream) {
  const char *text = ((z_stream *)stream)->msg;
  return cj_str_from_c(text ? text : "");
}

int64_t cj_crc32(CjBytes data, int64_t start) { return (int64_t)crc32_z((uLong)start, data.data, (size_t)data.length); }

int64_t cj_adler32(CjBytes data, int64_t start) {
  return (int64_t)adler32_z((uLong)start, data.data, (size_t)data.length);
}

CjStr cj_zlib_version(void) { return cj_str_from_c(zlibVersion()); }
