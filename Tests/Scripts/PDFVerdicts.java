import java.io.File;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.validation.profiles.Profiles;

/** Prints veraPDF's verdict on each file, a line a profile, and the failed clauses with an example of what is wrong. */
public class PDFVerdicts {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        for (String name : List.of("PDFA-2B", "PDFA-2A", "PDFUA-1")) {
            var profile = Profiles.profileFromXml(
                ClassLoader.getSystemResourceAsStream("org/verapdf/pdfa/validation/" + name + ".xml"));
            for (String file : files) {
                try (var parser = foundry.createParser(new File(file), profile.getPDFAFlavour());
                        var validator = foundry.createValidator(profile, 100, false, false, false)) {
                    var result = validator.validate(parser);
                    var key = "\t" + name + "\t" + file + "\t";
                    System.out.println("VERDICT" + key + (result.isCompliant() ? "yes" : "no"));
                    result.getFailedChecks().forEach((rule, count) -> System.out.println(
                        "CLAUSE" + key + rule.getClause() + "-" + rule.getTestNumber() + " × " + count));
                    result.getTestAssertions().stream().limit(1).forEach(failed -> System.out.println(
                        "DETAIL" + key + failed.getMessage() + " " + failed.getLocation().getContext()));
                }
            }
        }
    }
}
