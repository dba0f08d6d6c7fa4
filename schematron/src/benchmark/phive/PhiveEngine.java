import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.phive.xrechnung.XRechnungValidation;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** phive with its rules for XRechnung 3.0.2, asked as its documentation says. */
public final class PhiveEngine implements Function<byte[], String> {

    private static final int HEAD = 32 * 1024;

    private final ValidationExecutorSetRegistry<IValidationSourceXML> registry = new ValidationExecutorSetRegistry<>();

    public PhiveEngine() {
        EN16931Validation.initEN16931(registry);
        XRechnungValidation.initXRechnung(registry);
    }

    @Override
    public String apply(byte[] xml) {
        var results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                registry.getOfID(rules(xml)),
                ValidationSourceXML.create(new ReadableResourceByteArray(xml)));
        return results.containsNoError() ? "accept" : "reject";
    }

    /** phive wants to be told which rules; it has none of its own for CVD, which gets those of XRechnung. */
    private static DVRCoordinate rules(byte[] xml) {
        String head = new String(xml, 0, Math.min(xml.length, HEAD), StandardCharsets.ISO_8859_1);
        boolean extension = head.contains("extension:xrechnung_3.0");
        if (head.contains("CrossIndustryInvoice")) {
            return extension
                    ? XRechnungValidation.VID_XRECHNUNG_EXTENSION_CII_302
                    : XRechnungValidation.VID_XRECHNUNG_CII_302;
        }
        if (head.contains("CreditNote-2")) {
            return XRechnungValidation.VID_XRECHNUNG_UBL_CREDITNOTE_302;
        }
        return extension
                ? XRechnungValidation.VID_XRECHNUNG_EXTENSION_UBL_INVOICE_302
                : XRechnungValidation.VID_XRECHNUNG_UBL_INVOICE_302;
    }
}
