//! Whole files out of a bucket, links to them, and their end.

use std::ops::Range;
use std::time::Duration;

use axum::body::Bytes;
use futures_util::{Stream, StreamExt, pin_mut};
use md5::{Digest, Md5};

use super::{Bucket, Trouble, within};
use crate::clock::Clock;
use crate::types::StorageTrouble;

/// So many files are deleted with one request, where a store can do that.
const AT_ONCE: usize = 500;

impl Bucket {
    /// A stretch of a file, piece by piece. With an ETag only of that very file: another one under the same name
    /// is [`StorageTrouble::Differs`].
    pub(crate) async fn bytes(
        &self,
        path: &str,
        range: Range<u64>,
        etag: Option<&str>,
    ) -> Result<impl Stream<Item = std::io::Result<Bytes>> + use<>, Trouble> {
        let reader = self.operator.reader_with(path);
        let reader = match etag.filter(|_| !self.is_folder) {
            Some(etag) => reader.if_match(etag),
            None => reader,
        };
        Ok(reader.await?.into_bytes_stream(range).await?)
    }

    /// The ETag of a file, where the store has one.
    pub(crate) async fn etag(
        &self,
        path: &str,
        clock: &dyn Clock,
    ) -> Result<Option<String>, Trouble> {
        if self.is_folder {
            return Ok(None);
        }
        let about = within(clock, async { Ok(self.operator.stat(path).await?) });
        Ok(about.await?.etag().map(str::to_owned))
    }

    /// The MD5 of a file, read anew.
    pub(crate) async fn sum(&self, path: &str, size: u64) -> Result<Vec<u8>, Trouble> {
        let stream = self.bytes(path, 0..size, None).await?;
        pin_mut!(stream);
        let mut digest = Md5::new();
        while let Some(bytes) = stream.next().await {
            digest.update(&bytes?);
        }
        Ok(digest.finalize().to_vec())
    }

    /// An address that anybody can read the file from for so long. Nothing is asked for it, and the bucket stays
    /// private.
    ///
    /// # Errors
    /// [`StorageTrouble::Unsupported`] for a folder, and for Azure, whose links need more than the account's key here.
    pub(crate) async fn link(&self, path: &str, lifetime: Duration) -> Result<String, Trouble> {
        if !self.operator.info().capability().presign_read {
            return Err(Trouble::new(StorageTrouble::Unsupported));
        }
        let signed = self.operator.presign_read(path, lifetime).await?;
        Ok(signed.uri().to_string())
    }

    /// Deletes files. One that is not there is as good as deleted.
    pub(crate) async fn delete(&self, paths: &[String]) -> Result<(), Trouble> {
        for some in paths.chunks(AT_ONCE) {
            self.operator
                .delete_iter(some.iter().map(String::as_str))
                .await?;
        }
        Ok(())
    }
}
