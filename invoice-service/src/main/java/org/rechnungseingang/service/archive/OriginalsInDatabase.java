package org.rechnungseingang.service.archive;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.util.Arrays;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Originals as rows of 1 MiB each: a single large value would need several times its size in heap to read. */
@Repository
class OriginalsInDatabase implements Originals {

    private static final int CHUNK = 1 << 20;

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
        if (isNew(name, bytes.length)) {
            for (int from = 0; from < bytes.length; from += CHUNK) {
                chunk(name, from / CHUNK, Arrays.copyOfRange(bytes, from, Math.min(from + CHUNK, bytes.length)));
            }
        }
        return name;
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] read(Sha256 name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size(name));
        jdbc.sql("select bytes from original_chunk where tenant = ? and sha256 = ? order by number")
                .params(tenant.required().value(), name.hex())
                .query((ResultSet row) -> bytes.writeBytes(row.getBytes("bytes")));
        byte[] whole = bytes.toByteArray();
        if (!Sha256.of(whole).equals(name)) {
            throw new IllegalStateException("The original " + name + " no longer has its hash");
        }
        return whole;
    }

    private boolean isNew(Sha256 name, int size) {
        return jdbc.sql("insert into original (tenant, sha256, size) values (?, ?, ?) on conflict do nothing")
                        .params(tenant.required().value(), name.hex(), size)
                        .update()
                == 1;
    }

    private void chunk(Sha256 name, int number, byte[] bytes) {
        jdbc.sql("insert into original_chunk (tenant, sha256, number, bytes) values (?, ?, ?, ?)")
                .params(tenant.required().value(), name.hex(), number, bytes)
                .update();
    }

    private int size(Sha256 name) {
        return jdbc.sql("select size from original where tenant = ? and sha256 = ?")
                .params(tenant.required().value(), name.hex())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("No original " + name));
    }
}
