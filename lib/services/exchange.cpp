// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/exchange.h"

#include "domain/zoneclock.h"
#include "services/exchangelists.h"
#include "services/jsonarchive.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

const QString kFormat = u"secondstory-review/1"_s;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Exchange", text);
}

tl::unexpected<Error> bad(const QString &place, const QString &what)
{
    Error error;
    error.code = ErrorCode::BadInput;
    error.place = place;
    error.what = what;
    return failure(std::move(error));
}

template <class T>
void readList(JsonContext &context, const QJsonObject &root, const char16_t *key, ReviewId review,
              QList<T> &list)
{
    const QJsonValue value = root.value(QStringView(key));
    if (value.isUndefined() || value.isNull())
        return;
    const QString name = QString::fromUtf16(key);
    if (!value.isArray())
        return context.fail(u'/' + name, tr("is a list of records"));
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size() && !context.error; ++i) {
        const QString place = u"/%1/%2"_s.arg(name).arg(i);
        if (!array[i].isObject())
            return context.fail(place, tr("is not a record"));
        JsonRecordReader reader(context, array[i].toObject(), place);
        T record;
        reader.identity(record);
        if constexpr (requires { record.reviewId; })
            record.reviewId = review;
        describe(reader, record);
        reader.finish();
        list << record;
    }
}

template <class T>
QJsonArray writeList(const CodeKeys &codes, const QList<T> &list)
{
    QJsonArray array;
    for (T record : list) {
        JsonRecordWriter writer(codes);
        writer(u"id", record.id);
        describe(writer, record);
        array << writer.object;
    }
    return array;
}

QJsonArray samplesToJson(const std::vector<SeriesSample> &samples)
{
    QJsonArray array;
    for (const SeriesSample &sample : samples)
        array << QJsonArray{ toRfc3339(sample.time),
                             std::isfinite(sample.value) ? QJsonValue(sample.value)
                                                         : QJsonValue() };
    return array;
}

std::vector<SeriesSample> samplesFromJson(JsonContext &context, const QJsonArray &array,
                                          const QString &place)
{
    std::vector<SeriesSample> samples;
    samples.reserve(static_cast<size_t>(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto time = fromRfc3339(array[i][0].toString());
        if (!time || (!samples.empty() && samples.back().time >= *time)) {
            context.fail(u"%1/%2"_s.arg(place).arg(i),
                         tr("a sample is a time, later than the one before, and a number"));
            return {};
        }
        samples.push_back({ *time, array[i][1].toDouble(std::nan("")) });
    }
    return samples;
}

/// Samples stand inside their series in the file, and beside it in memory.
QJsonObject takeSamples(JsonContext &context, QJsonObject root, QList<QJsonArray> &samples)
{
    QJsonArray series = root[u"series"].toArray();
    for (qsizetype i = 0; i < series.size(); ++i) {
        if (!series[i].isObject()) {
            context.fail(u"/series/%1"_s.arg(i), tr("is not a record"));
            return root;
        }
        QJsonObject one = series[i].toObject();
        samples << one.take(u"samples"_s).toArray();
        series[i] = one;
    }
    if (!series.isEmpty())
        root.insert(u"series"_s, series);
    return root;
}

void resolveEventNames(JsonContext &context, const QJsonObject &names, const EventFinder &find)
{
    for (auto it = names.constBegin(); it != names.constEnd(); ++it) {
        const QString place = u"/eventNames/"_s + it.key();
        const auto at = fromRfc3339(it.value()[u"at"].toString());
        if (!at)
            return context.fail(place, tr("needs a time \"at\" in RFC 3339"));
        const EventId id = find
            ? find({ it.value()[u"source"].toString(), *at, it.value()[u"contains"].toString() })
            : EventId{};
        if (id.isNull())
            return context.fail(place, tr("no imported event fits"));
        context.name(it.key(), id.value);
        context.define(id.value);
    }
}

/// Names in `[[event:NAME|words]]` become ids, like everywhere else in the file.
void resolveLinks(JsonContext &context, QString &body)
{
    static const QRegularExpression link(u"\\[\\[event:([^\\]|]+)"_s);
    qsizetype from = 0;
    QRegularExpressionMatch match;
    while ((match = link.match(body, from)).hasMatch()) {
        const QString name = match.captured(1);
        const QString id = context.idFor(name).toString(QUuid::WithoutBraces);
        body.replace(match.capturedStart(1), match.capturedLength(1), id);
        from = match.capturedStart(1) + id.size();
    }
}

void readCodebook(JsonContext &context, const QJsonObject &root, const QList<Code> &known,
                  QList<Code> &codes)
{
    for (const Code &code : known)
        context.codes.add(code);
    const QJsonArray array = root[u"codebook"].toArray();
    for (qsizetype i = 0; i < array.size() && !context.error; ++i) {
        JsonRecordReader reader(context, array[i].toObject(), u"/codebook/%1"_s.arg(i));
        Code code;
        reader.identity(code);
        describe(reader, code);
        reader.finish();
        if (context.codes.ids.contains(code.key))
            continue;
        context.codes.add(code);
        codes << code;
    }
}

void checkKeys(JsonContext &context, const QJsonObject &root)
{
    QSet<QString> keys{ u"format"_s, u"review"_s, u"codebook"_s, u"events"_s, u"eventNames"_s };
    ReviewContents contents;
    forEachList(contents, [&](const char16_t *key, auto &) { keys << QString::fromUtf16(key); });
    for (auto it = root.constBegin(); it != root.constEnd(); ++it) {
        if (!keys.contains(it.key()))
            return context.fail(u'/' + it.key(), tr("is not a key of this format"));
    }
}

} // namespace

Result<ExchangeReview> readExchange(const QJsonObject &object, const QList<Code> &known,
                                    const ExchangeNames &names)
{
    if (object[u"format"].toString() != kFormat)
        return bad(u"/format"_s,
                   tr("this is not a review in the exchange format (%1 is expected)").arg(kFormat));
    JsonContext context;
    ExchangeReview result;
    QList<QJsonArray> samples;
    const QJsonObject root = takeSamples(context, object, samples);
    for (auto it = names.ids.constBegin(); it != names.ids.constEnd(); ++it)
        context.name(it.key(), it.value());
    checkKeys(context, root);
    readCodebook(context, root, known, result.codes);
    resolveEventNames(context, root[u"eventNames"].toObject(), names.find);

    Review &review = result.contents.review;
    JsonRecordReader head(context, root[u"review"].toObject(), u"/review"_s);
    head.identity(review);
    review.created = review.updated = TimePoint::now();
    describe(head, review);
    head.finish();

    readList(context, root, u"events", review.id, result.events);
    forEachList(result.contents, [&](const char16_t *key, auto &list) {
        readList(context, root, key, review.id, list);
    });
    for (qsizetype i = 0; i < result.contents.series.size() && !context.error; ++i)
        result.samples.insert(result.contents.series[i].id,
                              samplesFromJson(context, samples[i], u"/series/%1/samples"_s.arg(i)));
    for (Section &section : result.contents.sections)
        resolveLinks(context, section.body);
    context.checkReferences();
    if (context.error)
        return failure(*context.error);
    result.names = context.names();
    return result;
}

QJsonObject writeExchange(const ExchangeReview &review)
{
    CodeKeys codes;
    QJsonArray codebook;
    for (Code code : review.codes) {
        codes.add(code);
        JsonRecordWriter writer(codes);
        describe(writer, code);
        writer.object.remove(u"parent"_s);
        codebook << writer.object;
    }
    Review head = review.contents.review;
    JsonRecordWriter writer(codes);
    writer(u"id", head.id);
    describe(writer, head);
    QJsonObject root{ { u"format"_s, kFormat },
                      { u"review"_s, writer.object },
                      { u"codebook"_s, codebook } };
    root.insert(u"events"_s, writeList(codes, review.events));
    forEachList(review.contents, [&](const char16_t *key, const auto &list) {
        root.insert(QStringView(key), writeList(codes, list));
    });
    QJsonArray series = root[u"series"].toArray();
    for (qsizetype i = 0; i < series.size(); ++i) {
        QJsonObject one = series[i].toObject();
        one.insert(u"samples"_s, samplesToJson(review.samples.value(review.contents.series[i].id)));
        series[i] = one;
    }
    root.insert(u"series"_s, series);
    return root;
}

} // namespace SecondStory::Services
