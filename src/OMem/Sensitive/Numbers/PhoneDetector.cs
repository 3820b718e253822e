namespace OMem.Sensitive.Numbers;

/// <summary>Finds telephone numbers: with a country code, in the North American or a national form, or named as one by the words before.</summary>
internal static class PhoneDetector
{
    private const int Window = 32;

    private static readonly WordSearch PhoneWords = new([
            "phone", "mobile", "cell", "whatsapp", "call me", "call us", "call him", "call her", "ring me", "text me", "reach me", "reached", "sms", "fax", "hotline", "my number",
            "handy", "telefon", "rufnummer", "téléphone", "telephone", "teléfono", "celular", "tel:", "tel.", "tel ", "电话", "手机", "電話", "телефон",
        ]);

    private static readonly WordSearch OtherWords = new([
            "order", "tracking", "invoice", "ticket", "reference", "ref", "serial", "imei", "parcel", "shipment", "isbn", "issn", "sku", "barcode", "booking", "confirmation",
            "transaction", "account", "case", "part", "model", "version", "code", "pin", " id", "id:", "price", "cost", "total", "block", "doi", "patent", "zip", "lottery",
            "bestell", "sendung", "rechnung", "kunden", "artikel", "customer", "policy", "flight", "score", "lot ", "batch", "member",
        ]);

    public static void Find(ReadOnlySpan<char> text, Findings findings)
    {
        var place = 0;
        while (place < text.Length && text[place..].IndexOfAnyInRange('0', '9') is >= 0 and var hit)
        {
            var start = place + hit;
            var number = PhoneNumber.Read(text, start);
            place = number.DigitsEnd;
            if (number.IsAlone && IsPhone(text, number) is >= 0 and var end)
            {
                findings.Add(SensitiveKind.Phone, number.Start, end, "phone number");
                place = Math.Max(place, end);
            }
        }
    }

    /// <summary>Where the number ends, or -1 when it is none.</summary>
    private static int IsPhone(ReadOnlySpan<char> text, PhoneNumber number)
    {
        if (number.HasPlus)
        {
            return number.InternationalEnd(skip: 0);
        }

        if (number.Digits < 7)
        {
            return -1;
        }

        var (named, other) = Naming(text, number.Start);
        if (other)
        {
            return -1;
        }

        if (number.NorthAmericanEnd(named) is >= 0 and var american)
        {
            return american;
        }

        if (number.FollowsNumber)
        {
            return -1;
        }

        var isFree = named || number.Groups > 1;
        if (isFree && number.StartsWith("00") && number.InternationalEnd(skip: 2) is >= 0 and var international)
        {
            return international;
        }

        return number.IsNational(named) || (named && number.IsPlain) ? number.End : -1;
    }

    /// <summary>What the words before say: a telephone number, or a number of another kind. The nearer word counts.</summary>
    private static (bool Named, bool Other) Naming(ReadOnlySpan<char> text, int start)
    {
        var before = Surroundings.Before(text, start, Window);
        var phone = PhoneWords.Last(before);
        var other = OtherWords.Last(before);
        return (phone > other, other > phone);
    }
}
