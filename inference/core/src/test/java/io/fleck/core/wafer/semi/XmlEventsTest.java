package io.fleck.core.wafer.semi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.SampleMaps;
import io.fleck.core.wafer.format.WaferMapException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlEventsTest {
    @TempDir
    private Path folder;

    private static void walk(String text) {
        XmlEvents xml = new XmlEvents(SampleMaps.file(text));
        while (xml.next()) {
            assertThat(xml.name()).isNotEmpty();
        }
    }

    @Test
    void shouldRefuseAnEntityThatReadsAFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "1X");
        String text = "<!DOCTYPE Map [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<Map SubstrateId=\"1\"><Device BinType=\"Ascii\"><Bin BinCode=\"1\" BinQuality=\"Pass\"/>"
                + "<Row>&x;</Row></Device></Map>";

        assertThatThrownBy(() -> new G85Reader().read(SampleMaps.file(text), ReadLimits.DEFAULT))
                .isInstanceOf(WaferMapException.class)
                .hasMessageContaining("DOCTYPE: document types and entities are refused");
    }

    @Test
    void shouldRefuseEntitiesThatGrow() {
        StringBuilder types = new StringBuilder("<!DOCTYPE Map [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            types.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }

        assertThatThrownBy(() -> walk(types + "]><Map>&a29;</Map>"))
                .hasMessageContaining("document types and entities are refused");
    }

    @Test
    void shouldRefuseAnExternalDocumentType() {
        assertThatThrownBy(() -> walk("<!DOCTYPE Map SYSTEM \"" + folder.toUri() + "map.dtd\"><Map/>"))
                .hasMessageContaining("document types and entities are refused");
    }

    @Test
    void shouldRefuseAnEntityThatNobodyDefined() {
        assertThatThrownBy(() -> walk("<Map>&x;</Map>")).isInstanceOf(WaferMapException.class);
    }

    @Test
    void shouldTakeTheFiveEntitiesOfXml() {
        XmlEvents xml = new XmlEvents(SampleMaps.file("<Row>&lt;&#65;<![CDATA[&]]></Row>"));
        xml.next();

        assertThat(xml.text()).isEqualTo("<A&");
    }

    @Test
    void shouldRefuseElementsWithoutEnd() {
        assertThatThrownBy(() -> walk("<Map>".repeat(100_000))).hasMessageContaining("more than 32 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Map>", "<Map></Row>", "<Map", "<Map a=1/>", "", "<Map/><Map/>", "<x:Map/>"})
    void shouldNameWhatIsNoXml(String text) {
        assertThatThrownBy(() -> walk(text))
                .isInstanceOf(WaferMapException.class)
                .hasMessageContaining("it is no well-formed XML: ");
    }

    @Test
    void shouldRefuseElementsWhereTextIsExpected() {
        XmlEvents xml = new XmlEvents(SampleMaps.file("<Row>1<b/></Row>"));
        xml.next();

        assertThatThrownBy(xml::text).hasMessageContaining("b: it stands where text is expected");
    }
}
