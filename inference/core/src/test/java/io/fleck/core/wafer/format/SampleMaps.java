package io.fleck.core.wafer.format;

import java.nio.charset.StandardCharsets;

/** A small file of each format, made after its structure; two wafers in each where the format allows it. */
public final class SampleMaps {
    /** Two wafers, 3 + 1 defects, two tests on the first, the last semicolon touching the last value. */
    public static final String KLARF_12 = """
            FileVersion 1 2;
            FileTimestamp 03-01-26 10:00:01;
            InspectionStationID "Vendor" "Model" "TOOL7";
            SampleType WAFER;
            ResultTimestamp 03-01-26 10:00:00;
            LotID "LOT1";
            SampleSize 1 200;
            DeviceID "CHIP";
            SetupID "RECIPE" 01-01-26 08:00:00;
            StepID "METAL2";
            SampleOrientationMarkType NOTCH;
            OrientationMarkLocation DOWN;
            DiePitch 1.0000000000e+004 2.0e4;
            DieOrigin 0.0 0.0;
            WaferID "W01";
            Slot 1;
            SampleCenterLocation 5000.0 10000.0;
            ClassLookup 2
             0 "none; really"
             7 "particle";
            CoordinatesMirrored NO;
            InspectionTest 1;
            SampleTestPlan 3
              0 0
              1 0
              -1 2 ;
            AreaPerTest 1.5e10;
            InspectionTest 2;
            SampleTestPlan 1 0 0;
            DefectRecordSpec 10 DEFECTID YREL XREL XINDEX YINDEX DSIZE CLASSNUMBER TEST IMAGECOUNT IMAGELIST ;
            DefectList
             1 12000.5 6000.25 0 0 1.5 7 1 0 0
             2 10000 5000 1 -1 2.5e0 0 1 2 2
               1 0 2 0
             3 0 0 0 0 3 7 2 0 0;
            SummarySpec 5 TESTNO NDEFECT DEFDENSITY NDIE NDEFDIE ;
            SummaryList
             1 2 0.1 3 2
             2 1 0.1 1 1;
            WaferID "W02";
            Slot 2;
            DefectList
             1 10000 5000 0 0 1 0 1 0 0;
            SummaryList 1 1 0.1 3 1 ;
            EndOfFile;
            """;

    /** Two wafers, 2 + 0 defects; the lot's fields behind them. */
    public static final String KLARF_18 = """
            Record FileRecord "1.8"
            {
              Record LotRecord "LOT2"
              {
                Record WaferRecord "W05"
                {
                  Field DieOrigin 2 {0, 0}
                  Field SampleCenterLocation 2 {5000000, 10000000}
                  Field SlotNumber 1 {5}
                  List DefectList
                  {
                    Columns 8 { int32 DEFECTID, int32 XREL, int32 YREL, int32 XINDEX, int32 YINDEX,
                      int32 DSIZE, int32 CLASSNUMBER, ImageList IMAGEINFO }
                    Data 2
                    {
                      1 6000250 12000500 0 0 1500 7 N;
                      2 5000000 10000000 1 -1 2500 0
                        Images 2 { "a;b" "JPG" 1 "Patch", "c" "JPG" 1 "Patch" };
                    }
                  }
                  Record TestRecord "1"
                  {
                    Field AreaPerTest 1 {2.00e+015}
                    List SampleTestPlanList
                    {
                      Columns 2 { int32 XINDEX, int32 YINDEX }
                      Data 2 { 0 0; 1 -1 ; }
                    }
                  }
                  Record SummaryRecord
                  {
                    List TestSummaryList
                    {
                      Columns 2 { int32 TESTNO, int32 NDEFECT }
                      Data 2 { 1 1; 2 1; }
                    }
                  }
                }
                Record WaferRecord "W06"
                {
                  Field SampleCenterLocation 2 {5000000, 10000000}
                  List DefectList
                  {
                    Columns 5 { int32 DEFECTID, int32 XREL, int32 YREL, int32 XINDEX, int32 YINDEX }
                    Data 0 { }
                  }
                }
                Field DeviceID 1 {"CHIP"}
                Field DiePitch 2 {10000000, 20000000}
                Field InspectionStationID 3 {"Vendor", "Model", "TOOL7"}
                Field OrientationMarkLocation 1 {0}
                Field RecipeID 3 {"RECIPE", "2026-01-01", "08:00:00"}
                Field ResultTimestamp 2 {"2026-03-01", "10:00:00"}
                Field SampleSize 2 {200000000, 0}
                Field StepID 1 {"METAL2"}
              }
              Field FileTimestamp 2 {"2026-03-01", "10:00:01"}
            }
            EndOfFile;
            """;

    /** Two wafers; 2 of 7 and 1 of 2 dies failed. */
    public static final String G85 = """
            <?xml version="1.0" encoding="utf-8"?>
            <semi:Maps xmlns:semi="http://www.semi.org">
              <semi:Map SubstrateType="Wafer" SubstrateId="W01" FormatRevision="SEMI G85-0703">
                <semi:Device ProductId="CHIP" LotId="LOT3" Orientation="180" WaferSize="200" SlotNumber="4"
                    StepSizeX="50000" StepSizeY="60000" Rows="3" Columns="3" BinType="Decimal" NullBin="255"
                    OriginLocation="3" CreateDate="20260301100000000">
                  <semi:ReferenceDevice ReferenceDeviceX="1" ReferenceDeviceY="1"/>
                  <semi:Bin BinCode="001" BinCount="5" BinQuality="Pass" BinDescription="good"/>
                  <semi:Bin BinCode="012" BinCount="2" BinQuality="Fail" BinDescription="leaks"/>
                  <semi:Data MapName="Sort" MapVersion="1">
                    <semi:Row><![CDATA[255001255]]></semi:Row>
                    <semi:Row><![CDATA[001 012 001]]></semi:Row>
                    <semi:Row><![CDATA[001012001]]></semi:Row>
                  </semi:Data>
                </semi:Device>
              </semi:Map>
              <semi:Map WaferId="W02">
                <semi:Device LotId="LOT3" BinType="Ascii" NullBin=".">
                  <semi:Bin BinCode="1" BinQuality="Pass"/>
                  <semi:Bin BinCode="X" BinQuality="FAIL"/>
                  <semi:Data>
                    <semi:Row><![CDATA[.1]]></semi:Row>
                    <semi:Row><![CDATA[X.]]></semi:Row>
                  </semi:Data>
                </semi:Device>
              </semi:Map>
            </semi:Maps>
            """;

    /** Two wafers; 1 of 5 and 0 of 6 dies failed. */
    public static final String E142 = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <!-- made by a prober -->
            <MapData xmlns="urn:semi-org:xsd.E142-1.V1005.SubstrateMap">
              <Layouts>
                <Layout LayoutId="Wafer" DefaultUnits="mm" TopLevel="true">
                  <Dimension X="1" Y="1"/>
                  <DeviceSize X="200.0" Y="200.0"/>
                  <ChildLayouts><ChildLayout LayoutId="Dies"/></ChildLayouts>
                </Layout>
                <Layout LayoutId="Dies" DefaultUnits="micron">
                  <Dimension X="3" Y="2"/>
                  <DeviceSize X="49000" Y="59000"/>
                  <StepSize X="50000" Y="60000"/>
                  <ProductId> CHIP </ProductId>
                </Layout>
              </Layouts>
              <Substrates>
                <Substrate SubstrateType="Wafer" SubstrateId="W01">
                  <LotId> LOT4 </LotId>
                  <SlotNumber>7</SlotNumber>
                  <GoodDevices>4</GoodDevices>
                </Substrate>
              </Substrates>
              <SubstrateMaps>
                <SubstrateMap SubstrateType="Wafer" SubstrateId="W01" LayoutSpecifier="Wafer/Dies" Orientation="90"
                    OriginLocation="UpperLeft" AxisDirection="DownRight">
                  <Overlay MapName="SortGrade" MapVersion="1">
                    <ReferenceDevices><ReferenceDevice Name="Origin"/></ReferenceDevices>
                    <BinCodeMap BinType="HexaDecimal" NullBin="FF">
                      <BinDefinitions>
                        <BinDefinition BinCode="01" BinCount="4" BinQuality="Pass"/>
                        <BinDefinition BinCode="0A" BinDescription="open"/>
                        <BinDefinition BinCode="0A" BinCount="1" BinQuality="Fail"/>
                      </BinDefinitions>
                      <BinCode>FF0101</BinCode>
                      <BinCode>010a01</BinCode>
                    </BinCodeMap>
                  </Overlay>
                  <Overlay MapName="Ink" MapVersion="1">
                    <BinCodeMap BinType="Ascii"><BinCode>???</BinCode></BinCodeMap>
                  </Overlay>
                </SubstrateMap>
                <SubstrateMap SubstrateId="W02" LayoutSpecifier="Wafer/Dies">
                  <Overlay>
                    <BinCodeMap BinType="Integer2">
                      <BinDefinitions><BinDefinition BinCode="0001" BinQuality="Pass"/></BinDefinitions>
                      <BinCode>
                        000100010001
                        000100010001
                      </BinCode>
                    </BinCodeMap>
                  </Overlay>
                </SubstrateMap>
              </SubstrateMaps>
            </MapData>
            """;

    /** Two wafers; 2 of 7 and 0 of 4 dies failed. */
    public static final String WM811K = """
            id,label,rows,cols,n_die,n_fail,rle
            wm-1,Center,3,3,7,2,ABA3BCBC
            wm-2,none,2,2,4,0,4B
            """;

    private SampleMaps() {}

    /** A text as a file. */
    public static MapFile file(String text) {
        return new MapFile("sample", text.getBytes(StandardCharsets.UTF_8));
    }
}
