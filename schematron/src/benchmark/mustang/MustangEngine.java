import java.util.function.Function;
import org.mustangproject.validator.ZUGFeRDValidator;

/** Mustang's validator as its documentation says: a new one for each file. */
public final class MustangEngine implements Function<byte[], String> {

    @Override
    public String apply(byte[] xml) {
        ZUGFeRDValidator validator = new ZUGFeRDValidator();
        validator.validate(xml, "invoice.xml");
        return validator.wasCompletelyValid() ? "accept" : "reject";
    }
}
