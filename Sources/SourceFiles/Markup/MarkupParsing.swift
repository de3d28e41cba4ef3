internal import CXML
internal import Text

extension Markup {
    /// Parses one XML part of an office document.
    ///
    /// - Throws: ``ReadingError`` for XML that is broken, defines entities, or is nested too deep.
    static func xml(_ part: [UInt8], named name: String) throws(ReadingError) -> Markup {
        let bytes = try utf8(part, named: name)
        try MarkupGuard.check(bytes, part: name)
        parserIsReady
        let created: xmlParserCtxtPtr? = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { xmlCreateMemoryParserCtxt($0.baseAddress, Int32($0.count)) }
        }
        guard let parser = created else { throw .damaged("\(name.quoted)是空的") }
        defer { xmlFreeParserCtxt(parser) }
        // The bytes are UTF-8 by now, whatever their declaration says; nothing outside is ever loaded.
        let options = [XML_PARSE_NONET, XML_PARSE_IGNORE_ENC].reduce(0) { $0 | $1.rawValue }
        xmlCtxtUseOptions(parser, Int32(options))
        let handler = xmlHandler()
        var state = ParserState(parser: parser, tape: MarkupTape(deepest: MarkupGuard.deepest, most: 2_500_000))
        parser.pointee.sax.pointee = handler
        let (wellFormed, line) = withUnsafeMutablePointer(to: &state) { pointer in
            parser.pointee.userData = UnsafeMutableRawPointer(pointer)
            xmlParseDocument(parser)
            return (parser.pointee.wellFormed != 0, parser.pointee.lastError.line)
        }
        if let refusal = state.tape.refusal { throw .hostile("\(name.quoted)\(refusal)") }
        guard wellFormed else { throw .damaged("\(name.quoted)第\(line)行不是完整的XML") }
        return state.tape.finish()
    }

    /// Parses a web page, however untidy.
    ///
    /// - Throws: ``ReadingError`` for a page that is nested too deep or holds too much.
    static func html(_ text: String) throws(ReadingError) -> Markup {
        let tags = text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "<") ? 1 : 0) }
        guard tags <= MarkupGuard.mostElements else { throw .hostile("网页内容太多（标记超过\(MarkupGuard.mostElements / 10_000)万个）") }
        parserIsReady
        var text = text
        let handler = htmlHandler()
        let state: ParserState? = text.withUTF8 { (buffer: UnsafeBufferPointer<UInt8>) -> ParserState? in
            buffer.withMemoryRebound(to: CChar.self) { (bytes: UnsafeBufferPointer<CChar>) -> ParserState? in
                guard let parser = htmlCreateMemoryParserCtxt(bytes.baseAddress, Int32(bytes.count)) else { return nil }
                defer { htmlFreeParserCtxt(parser) }
                htmlCtxtUseOptions(parser, htmlOptions)
                xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
                let tape = MarkupTape(deepest: MarkupGuard.deepest, most: MarkupGuard.mostElements)
                var state = ParserState(parser: parser, tape: tape)
                parser.pointee.sax.pointee = handler
                withUnsafeMutablePointer(to: &state) { pointer in
                    parser.pointee.userData = UnsafeMutableRawPointer(pointer)
                    htmlParseDocument(parser)
                }
                return state
            }
        }
        guard var state else { throw .empty }
        if let refusal = state.tape.refusal { throw .hostile("网页\(refusal)") }
        return state.tape.finish()
    }

    /// XML is in UTF-8 or, with a mark at its beginning, in UTF-16.
    private static func utf8(_ part: [UInt8], named name: String) throws(ReadingError) -> [UInt8] {
        guard part.starts(with: [0xFF, 0xFE]) || part.starts(with: [0xFE, 0xFF]) else {
            guard part.prefix(256).contains(0) == false else { throw .damaged("\(name.quoted)的编码不对") }
            return part.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(part.dropFirst(3)) : part
        }
        let isBigEndian = part[0] == 0xFE
        let units = stride(from: 2, to: part.count - 1, by: 2).map { (index: Int) -> UInt16 in
            let (first, second) = (UInt16(part[index]), UInt16(part[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

/// What the callbacks of one parser share.
private struct ParserState {
    let parser: xmlParserCtxtPtr
    var tape: MarkupTape
}

private func withTape(_ data: UnsafeMutableRawPointer?, _ body: (inout MarkupTape) -> Void) {
    guard let state = data?.assumingMemoryBound(to: ParserState.self) else { return }
    body(&state.pointee.tape)
    if state.pointee.tape.refusal != nil { xmlStopParser(state.pointee.parser) }
}

private func record(_ text: UnsafePointer<UInt8>?, _ length: Int32, _ data: UnsafeMutableRawPointer?) {
    withTape(data) { tape in tape.text(UnsafeBufferPointer(start: text, count: Int(length))) }
}

private func xmlHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    cxml_silence(&handler)
    handler.startElementNs = { data, name, _, _, _, _, count, _, attributes in
        withTape(data) { tape in
            guard let name else { return }
            tape.begin(tape.number(of: name))
            guard let attributes else { return }
            // Five pointers each: name, prefix, namespace, value, end of value.
            for slot in 0..<Int(count) {
                guard let name = attributes[slot * 5], let value = attributes[slot * 5 + 3], let end = attributes[slot * 5 + 4]
                else { continue }
                tape.attribute(tape.number(of: name), UnsafeBufferPointer(start: value, count: end - value))
            }
        }
    }
    handler.endElementNs = { data, _, _, _ in withTape(data) { tape in tape.end() } }
    handler.characters = { record($1, $2, $0) }
    handler.ignorableWhitespace = { record($1, $2, $0) }
    handler.cdataBlock = { record($1, $2, $0) }
    return handler
}

private func htmlHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    cxml_silence(&handler)
    handler.startElement = { data, name, attributes in
        withTape(data) { tape in
            guard let name else { return }
            tape.begin(tape.number(of: name))
            var slot = 0
            // Pairs of name and value up to a null name; a value may be missing.
            while let attributes, let name = attributes[slot] {
                let value = attributes[slot + 1]
                tape.attribute(tape.number(of: name), UnsafeBufferPointer(start: value, count: value.map { strlen($0) } ?? 0))
                slot += 2
            }
        }
    }
    handler.endElement = { data, _ in withTape(data) { $0.end() } }
    handler.characters = { record($1, $2, $0) }
    handler.ignorableWhitespace = { record($1, $2, $0) }
    handler.cdataBlock = { record($1, $2, $0) }
    return handler
}

private let htmlOptions = Int32(
    HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_IGNORE_ENC.rawValue)

/// The library's own tables are made once, before several workers may ask for them at the same time.
private let parserIsReady: Void = xmlInitParser()
