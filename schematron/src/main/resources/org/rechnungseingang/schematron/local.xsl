<?xml version="1.0" encoding="UTF-8"?>
<!--
  A town's own rules as they were compiled, and how they write the place of a finding: the node's own number, as in
  place.xsl; the path for people is made of it afterwards.
-->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:place="urn:rechnungseingang:place" xmlns:xs="http://www.w3.org/2001/XMLSchema" version="3.0">
  <xsl:import href="rules:/local"/>

  <xsl:function name="place:of" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if ($node instance of attribute()) then concat(generate-id($node/..), '/', name($node))
        else generate-id(if ($node instance of element() or empty($node/..)) then $node else $node/..)"/>
  </xsl:function>
</xsl:stylesheet>
