package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.portal.LargeUploads;
import org.rechnungseingang.service.portal.Limits;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class UploadsTests {

    private static final int LARGE = (1 << 20) + 1;

    private final Uploads uploads = uploads();

    private static Uploads uploads() {
        Limits limits = new Limits(DataSize.ofMegabytes(2), 1, 1);
        return new Uploads(limits, new LargeUploads(limits));
    }

    @Test
    void readsTheWholeBody() {
        byte[] body = Files.anything(LARGE, 3);

        assertThat(uploads.<byte[]>whole(request(body), Upload::bytes)).isEqualTo(body);
    }

    @Test
    void readsNoMoreThanAByteBeyondTheLimit() {
        Endless endless = new Endless();
        MockHttpServletRequest request = unannounced(endless);

        assertThatThrownBy(() -> uploads.whole(request, Upload::name)).hasMessage("too-large");
        assertThat(endless.read).isLessThanOrEqualTo((2 << 20) + 1);
    }

    @Test
    void readsNothingOfWhatIsAnnouncedAsTooLarge() {
        Endless endless = new Endless();
        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return (2 << 20) + 1;
            }

            @Override
            public ServletInputStream getInputStream() {
                return endless;
            }
        };

        assertThatThrownBy(() -> uploads.whole(request, Upload::name)).hasMessage("too-large");
        assertThat(endless.read).isZero();
    }

    @Test
    void holdsNoPermitWhileABodyTricklesIn() {
        AtomicBoolean another = new AtomicBoolean();
        Endless slow = new Endless() {
            @Override
            void beforeRead() {
                // More than a mebibyte has come, the rest is on its way; now somebody else comes with a large file.
                if (sent() > LARGE && another.compareAndSet(false, true)) {
                    assertThat(uploads.<Integer>whole(request(Files.anything(LARGE, 1)), large -> large.bytes().length))
                            .isEqualTo(LARGE);
                }
            }
        };

        assertThatThrownBy(() -> uploads.whole(unannounced(slow), Upload::name)).hasMessage("too-large");
        assertThat(another).isTrue();
    }

    @Test
    void turnsALargeBodyAwayWhileAnotherIsWorkedOn() {
        Function<Upload, Upload> another =
                upload -> uploads.whole(request(Files.anything(LARGE, 2)), Function.identity());

        assertThatThrownBy(() -> uploads.whole(request(Files.anything(LARGE, 1)), another))
                .hasMessage("too-many-requests");
    }

    @Test
    void readsNothingOfALargeBodyInVain() {
        Endless endless = new Endless();
        MockHttpServletRequest late = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return LARGE;
            }

            @Override
            public ServletInputStream getInputStream() {
                return endless;
            }
        };

        assertThatThrownBy(() -> uploads.whole(
                        request(Files.anything(LARGE, 1)), large -> uploads.whole(late, Function.identity())))
                .hasMessage("too-many-requests");
        assertThat(endless.read).isZero();
    }

    @Test
    void neverTurnsASmallBodyAway() {
        assertThat(uploads.<Integer>whole(
                        request(Files.anything(LARGE, 1)),
                        large -> uploads.whole(request(Files.anything(LARGE - 1, 2)), small -> small.bytes().length)))
                .isEqualTo(LARGE - 1);
    }

    @Test
    void takesALargeBodyAgainWhenTheOtherHasFailed() {
        assertThatThrownBy(() -> uploads.whole(request(Files.anything(LARGE, 1)), upload -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");

        assertThat(uploads.<Integer>whole(request(Files.anything(LARGE, 1)), upload -> upload.bytes().length))
                .isEqualTo(LARGE);
    }

    private static MockHttpServletRequest request(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContent(body);
        return request;
    }

    private static MockHttpServletRequest unannounced(ServletInputStream body) {
        return new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return -1;
            }

            @Override
            public ServletInputStream getInputStream() {
                return body;
            }
        };
    }

    private static class Endless extends ServletInputStream {
        private long read;

        void beforeRead() {}

        long sent() {
            return read;
        }

        @Override
        public int read() {
            beforeRead();
            read++;
            return 7;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            beforeRead();
            read += length;
            return length;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
