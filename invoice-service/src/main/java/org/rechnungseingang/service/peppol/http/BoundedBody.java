package org.rechnungseingang.service.peppol.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The body of an answer, if it has not more than so many bytes; what is beyond is not read. */
public final class BoundedBody implements BodySubscriber<byte[]> {

    private final CompletableFuture<byte[]> all = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final int most;
    private @Nullable Subscription subscription;

    /** With this bound. */
    public BoundedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return all;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        pieces.forEach(this::add);
    }

    private void add(ByteBuffer piece) {
        if (read.size() + piece.remaining() > most) {
            all.completeExceptionally(new TooLarge());
            stop();
        }
        if (!all.isDone()) {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            read.writeBytes(bytes);
        }
    }

    private void stop() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        all.complete(read.toByteArray());
    }

    /** There are more bytes than allowed. */
    public static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1;
    }
}
