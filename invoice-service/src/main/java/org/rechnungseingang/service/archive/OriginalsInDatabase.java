package org.rechnungseingang.service.archive;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Originals as rows of 1 MiB each: a single large value would need several times its size in heap to read. */
@Repository
class OriginalsInDatabase implements Originals {

    private static final int CHUNK = 1 << 20;
    /** More than nearly every original has; of a large one, the driver would have all in memory a second time. */
    private static final int CHUNKS_AT_ONCE = 8;

    private final JdbcClient jdbc;
    private final CurrentTenant tenant;

    OriginalsInDatabase(JdbcClient jdbc, CurrentTenant tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Sha256 keep(byte[] bytes) {
        Sha256 name = Sha256.of(bytes);
        if (isNew(name, bytes)) {
            for (int from = CHUNK; from < bytes.length; from += CHUNK) {
                chunk(name, from / CHUNK, Arrays.copyOfRange(bytes, from, Math.min(from + CHUNK, bytes.length)));
            }
        }
        return name;
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] read(Sha256 name) {
        Found found = new Found();
        jdbc.sql("""
                        select o.size, c.bytes from original o
                        left join original_chunk c on (c.tenant, c.sha256) = (o.tenant, o.sha256)
                        where o.tenant = ? and o.sha256 = ? order by c.number""")
                .withFetchSize(CHUNKS_AT_ONCE)
                .params(tenant.required().value(), name.hex())
                .query(found);
        byte[] whole = found.whole(name);
        if (!Sha256.of(whole).equals(name)) {
            throw new IllegalStateException("The original " + name + " no longer has its hash");
        }
        return whole;
    }

    // With the first row of its bytes, which is the only one of nearly all: one round trip, not two.
    private boolean isNew(Sha256 name, byte[] bytes) {
        return jdbc.sql("""
                        with added as (
                          insert into original (tenant, sha256, size) values (?, ?, ?) on conflict do nothing
                          returning tenant, sha256, size),
                        first as (
                          insert into original_chunk (tenant, sha256, number, bytes)
                          select tenant, sha256, 0, ? from added where size > 0)
                        select exists (select from added)""")
                .params(tenant.required().value(), name.hex(), bytes.length)
                .param(Arrays.copyOf(bytes, Math.min(bytes.length, CHUNK)))
                .query(Boolean.class)
                .single();
    }

    private void chunk(Sha256 name, int number, byte[] bytes) {
        jdbc.sql("insert into original_chunk (tenant, sha256, number, bytes) values (?, ?, ?, ?)")
                .params(tenant.required().value(), name.hex(), number, bytes)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public int size(Sha256 name) {
        return jdbc.sql("select size from original where tenant = ? and sha256 = ?")
                .params(tenant.required().value(), name.hex())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("No original " + name));
    }

    /** The rows of an original being put together. */
    private static final class Found implements RowCallbackHandler {

        private Optional<ByteBuffer> bytes = Optional.empty();

        @Override
        public void processRow(ResultSet row) throws SQLException {
            if (bytes.isEmpty()) {
                bytes = Optional.of(ByteBuffer.allocate(row.getInt("size")));
            }
            byte[] chunk = row.getBytes("bytes");
            if (chunk != null) {
                ByteBuffer all = bytes.orElseThrow();
                // One too many is a damage, which the hash tells.
                all.put(chunk, 0, Math.min(chunk.length, all.remaining()));
            }
        }

        byte[] whole(Sha256 name) {
            return bytes.orElseThrow(() -> new IllegalStateException("No original " + name))
                    .array();
        }
    }
}
