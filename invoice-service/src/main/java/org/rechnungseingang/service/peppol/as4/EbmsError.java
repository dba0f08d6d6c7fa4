package org.rechnungseingang.service.peppol.as4;

/** The errors of ebMS 3.0 (core specification 6.7) and AS4 (profile 1.0, 5.1.3 and 3.1) that a message is refused with. */
public enum EbmsError {
    VALUE_NOT_RECOGNIZED("EBMS:0001", "ValueNotRecognized", "Content"),
    FEATURE_NOT_SUPPORTED("EBMS:0002", "FeatureNotSupported", "Content"),
    VALUE_INCONSISTENT("EBMS:0003", "ValueInconsistent", "Content"),
    OTHER("EBMS:0004", "Other", "Content"),
    MIME_INCONSISTENCY("EBMS:0007", "MimeInconsistency", "Unpackaging"),
    INVALID_HEADER("EBMS:0009", "InvalidHeader", "Unpackaging"),
    PROCESSING_MODE_MISMATCH("EBMS:0010", "ProcessingModeMismatch", "Processing"),
    FAILED_AUTHENTICATION("EBMS:0101", "FailedAuthentication", "Processing"),
    FAILED_DECRYPTION("EBMS:0102", "FailedDecryption", "Processing"),
    POLICY_NONCOMPLIANCE("EBMS:0103", "PolicyNoncompliance", "Processing"),
    DELIVERY_FAILURE("EBMS:0202", "DeliveryFailure", "Communication"),
    DECOMPRESSION_FAILURE("EBMS:0303", "DecompressionFailure", "Communication");

    private final String code;
    private final String shortDescription;
    private final String category;

    EbmsError(String code, String shortDescription, String category) {
        this.code = code;
        this.shortDescription = shortDescription;
        this.category = category;
    }

    /** As it is written, {@code EBMS:0101}. */
    public String code() {
        return code;
    }

    String shortDescription() {
        return shortDescription;
    }

    String category() {
        return category;
    }
}
