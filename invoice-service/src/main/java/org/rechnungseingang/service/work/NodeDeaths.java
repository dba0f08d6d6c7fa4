package org.rechnungseingang.service.work;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts the nodes that have died with a job in hand, apart from its failures: a job that has failed for hours because
 * nobody answered is not to be given up with the first node that goes away.
 */
@Repository
class NodeDeaths {

    private final JdbcClient jdbc;

    NodeDeaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One more; how many there were. */
    int oneMore(Job job) {
        return jdbc.sql("""
                        update scheduled_tasks set node_deaths = node_deaths + 1
                        where task_name = ? and task_instance = ? returning node_deaths""")
                .params(StageTask.NAME, job.key())
                .query(Integer.class)
                .single();
    }
}
