package org.rechnungseingang.service.operation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the service asks for attention.
 *
 * @param jobsLateAfter how long a job that is due may wait before health says so
 */
@ConfigurationProperties("rechnungseingang.operation")
record OperationProperties(@DefaultValue("5m") Duration jobsLateAfter) {}
