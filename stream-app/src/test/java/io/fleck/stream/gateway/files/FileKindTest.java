package io.fleck.stream.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileKindTest {
    @ParameterizedTest
    @CsvSource({
        "a.jpg, true, false",
        "a.PNG, true, false",
        "a.tif, false, false",
        "map.pdf, false, false",
        "README.md, false, false",
        "lot.001, false, true",
        "lot.klarf, false, true",
        "map.xml, false, true",
        "rows.csv.gz, false, true",
        "nameless, false, true",
    })
    void shouldTellFilesByTheirNames(String name, boolean picture, boolean map) {
        assertThat(FileKind.PICTURES.accepts(name)).isEqualTo(picture);
        assertThat(FileKind.WAFER_MAPS.accepts(name)).isEqualTo(map);
    }
}
